Completion scripts come from the option tables.

needs: bash

  $ cat > try.bash <<'END'
  > eval "$(lead-score --completion bash)"
  > try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _lead_score; echo "${COMPREPLY[*]}"; }
  > touch model.json
  > try lead-score --one
  > try lead-score --to js
  > try lead-score -F c
  > try lead-score mod
  > try lead-score --rejects mod
  > try lead-score --completion ""
  > complete -p lead-score
  > END
  $ bash try.bash
  --one-line
  jsonl json
  csv
  model.json
  model.json
  bash zsh fish
  complete -o filenames -F _lead_score lead-score

  $ lead-score --completion zsh | grep -e '--one-line' -e '--to='
  	'--to=[format of the output]:FORMAT:(csv tsv jsonl json)' \
  	'--one-line[line ends inside a cell become a space]' \
  $ lead-score --completion fish | grep -e 'one-line' -e '-l to '
  complete -c lead-score -s T -l to -x -a 'csv tsv jsonl json' -d 'format of the output'
  complete -c lead-score -l one-line -d 'line ends inside a cell become a space'
  $ lead-score --completion tcsh
  ! lead-score: --completion: "tcsh" is none of: bash zsh fish
  ! lead-score: lead-score --help lists the options
  [2]
