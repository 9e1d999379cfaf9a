What every tool does when the world is against it: `each` shows the status, how much of the output came
out, and what was said.  $T is the tool, $IN its input; tools that do the same are shown together.

needs: setpriv true

  $ cat > twice <<'.'
  > mkfifo slow; (cat $IN; exec sleep 5) > slow & writer=$!
  > $T -o named slow & tool=$!; n=0
  > while [ $n -lt 100 ] && ! ls -A | grep -q '^.named'; do sleep 0.02; n=$((n + 1)); done
  > from=$(date +%s%N); kill -TERM $tool; kill -TERM $tool 2>&-; wait $tool 2>&-; status=$?
  > [ $(($(date +%s%N) - from)) -lt 1000000000 ] || echo slow >&2
  > kill $writer; rm slow; exit $status
  > .
  $ echo 'exec sh $TRUST/each.sh "$@"' > each

All is well.

  $ sh each '$T $IN'
  every tool: 0 whole
  $ sh each '$T < $IN'
  every tool: 0 whole
  $ sh each '$T -o named $IN'
  every tool: 0 nothing
    in the file: whole
  $ sh each 'gzip < $IN | $T'
  every tool: 0 whole

Nothing can be written.

  $ sh each '$T $IN > /dev/full'
  every tool: 4 nothing
    TOOL: (stdout): write: No space left on device
  $ sh each '$T -o /dev/full $IN'
  every tool: 4 nothing
    TOOL: /dev/full: write: No space left on device
  $ sh each '$T --summary=/dev/full $IN'
  every tool: 4 whole
    TOOL: /dev/full: write: No space left on device
  $ sh each '(ulimit -S -f 1; $T $IN > part); status=$?; cat part; exit $status'
  lead-due lead-funnel lead-qualify lead-score lead-train: 4 its beginning
    TOOL: (stdout): write: File too large
  lead-import: 4 its beginning
    TOOL: /tmp: write a temporary file: File too large
  $ sh each '(ulimit -S -f 1; $T -o named $IN)'
  lead-due lead-funnel lead-qualify lead-score lead-train: 4 nothing
    TOOL: named: write: File too large
  lead-import: 4 nothing
    TOOL: /tmp: write a temporary file: File too large
  $ sh each '$T -o none/named $IN'
  every tool: 4 nothing
    TOOL: none/named: open: No such file or directory
  $ sh each '$T -o . $IN'
  every tool: 4 nothing
    TOOL: .: open: Is a directory

A standard descriptor is closed.  No data lands where it has no business, nor is any lost unsaid.

  $ sh each '$T $IN >&-'
  every tool: 4 nothing
    TOOL: (stdout): write: Bad file descriptor
  $ sh each '$T <&-'
  every tool: 4 nothing
    TOOL: (stdin): read: Bad file descriptor
  $ sh each '$T $IN 2>&-'
  every tool: 0 whole
  $ sh each '$T -o named $IN <&- >&- 2>&-'
  every tool: 0 nothing
    in the file: whole
  $ sh each '$T missing.csv 2>&-'
  every tool: 4 nothing
  $ sh each '$T $IN 2>/dev/full'
  every tool: 0 whole
  $ sh each '$T $IN > /dev/full 2>&1'
  every tool: 4 nothing

The input is not there, or cannot be read, or no file.

  $ sh each '$T missing.csv'
  every tool: 4 nothing
    TOOL: missing.csv: open: No such file or directory
  $ sh each '$T $IN missing.csv'
  lead-due lead-funnel lead-import lead-train: 4 nothing
    TOOL: missing.csv: open: No such file or directory
  lead-qualify lead-score: 4 whole
    TOOL: missing.csv: open: No such file or directory
  $ sh each '$T -o named $IN missing.csv'
  every tool: 4 nothing
    TOOL: missing.csv: open: No such file or directory
  $ sh each '$T .'
  every tool: 4 nothing
    TOOL: .: read: Is a directory
  $ sh each '$T < .'
  every tool: 4 nothing
    TOOL: (stdin): read: Is a directory
  $ : > unreadable; chmod 000 unreadable
  $ sh each 'setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-all $T unreadable'
  every tool: 4 nothing
    TOOL: unreadable: open: Permission denied

It ends too early, or where nobody expects it.

  $ gzip -n < leads.csv | head -c 300 > cut.gz
  $ sh each '$T -o named cut.gz'
  every tool: 4 nothing
    TOOL: cut.gz: the gzip data is cut short
  $ sh each '$T < cut.gz'
  every tool: 4 nothing
    TOOL: (stdin): the gzip data is cut short
  $ head -c -1 leads.csv > open.csv
  $ sh each '$T open.csv'
  every tool: 0 whole
  $ : > empty.csv
  $ sh each '$T empty.csv'
  lead-due lead-funnel lead-import lead-qualify lead-score: 0 nothing
  lead-train: 3 nothing
    TOOL: 0 leads with the outcome and 0 without: at least 40 of each are needed
  $ sh each '$T < empty.csv'
  lead-due lead-funnel lead-import lead-qualify lead-score: 0 nothing
  lead-train: 3 nothing
    TOOL: 0 leads with the outcome and 0 without: at least 40 of each are needed
  $ head -n 1 leads.csv > header.csv
  $ sh each '$T header.csv && cat out >&2'
  lead-due: 0 its beginning
    id,source,country,employees,visits,created_at,status,due_at,due_state,due_action,overdue_by,due_rule,due_reason
  lead-funnel: 0 its beginning
    stage,reached,step,step_low,step_high,overall,overall_low,overall_high,dropped,current,lost,skipped,went_back,reentered,median_seconds,p90_seconds,mean_seconds,kaplan_meier_seconds,sample,times
  lead-import: 0 its beginning
    id,source,country,employees,visits,created_at,status,source_detail,direction,quality,flags,merged_from
  lead-qualify: 0 its beginning
    id,source,country,employees,visits,created_at,status,qualification,temperature,category,missing,next_question,icp,persona,qualify_reasons
  lead-score: 0 its beginning
    id,source,country,employees,visits,created_at,status,score,fit,engagement,grade
  lead-train: 3 nothing
    TOOL: 0 leads with the outcome and 0 without: at least 40 of each are needed
  $ printf '{' > brace.json
  $ sh each '$T brace.json'
  lead-due: 3 other
    TOOL: 1 of 1 records was refused; --rejects FILE keeps them
  lead-funnel lead-import lead-qualify lead-score: 3 nothing
    TOOL: 1 of 1 records was refused; --rejects FILE keeps them
  lead-train: 3 nothing
    TOOL: 0 leads with the outcome and 0 without: at least 40 of each are needed
  $ head -c 100000 /dev/zero > zero
  $ sh each '$T zero'
  every tool: 3 nothing
    TOOL: zero:1:1: the header: a NUL byte; is this text?

Nobody reads what comes out: silent death, even where the signal is ignored.

  $ sh each '(sleep 0.1; $T $IN; echo $? >&2) | true'
  every tool: 0 nothing
    141
  $ sh each '(trap "" PIPE; sleep 0.1; $T $IN; echo $? >&2) | true'
  every tool: 0 nothing
    141

Told to end, twice: dead within a second, nothing left.  With the signal ignored, as under nohup, it
goes on.

  $ sh each '. ./twice'
  every tool: 143 nothing
  $ sh each 'trap "" HUP; $T $IN & kill -HUP $!; wait $!'
  every tool: 0 whole
