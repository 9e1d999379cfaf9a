Personal data in messages: a word stands in every cell, good and bad files of every kind go through every tool,
and neither standard error nor a summary nor a state file has it.

  $ sh $TRUST/canary.sh
  231 runs

It would be seen: with --show-values it may be there, and is.

  $ sh $TRUST/canary.sh --show-values | grep -c ': err: ' | sed 's/[1-9][0-9]*/some/'
  some
