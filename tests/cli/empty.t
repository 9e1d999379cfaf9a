Nothing in, nothing out; a header in, a header out; to JSON both are an empty array.  Every tool, and
no status but 0.

  $ : > nothing.csv; printf 'id,email\n' > header.csv; echo '[]' > array.json
  $ try() { for t in import score qualify due funnel; do
  >   echo "$t: $(lead-$t "$@" | cut -c1-18)"; lead-$t "$@" > /dev/null || echo "status $?"; done; }
  > try nothing.csv; echo; try -T csv array.json; echo; try header.csv
  import: 
  score: 
  qualify: 
  due: 
  funnel: 
  
  import: 
  score: 
  qualify: 
  due: 
  funnel: 
  
  import: id,email,email_sta
  score: id,email,score,fit
  qualify: id,email,qualifica
  due: id,email,due_at,du
  funnel: stage,reached,step
  $ try() { for t in import score qualify due funnel; do lead-$t -T $1 $2; done | sort | uniq -c; }
  > for f in nothing.csv header.csv array.json; do try json $f; done
        5 []
        5 []
        5 []
  $ for t in import score qualify due; do for f in nothing.csv header.csv array.json; do lead-$t -T jsonl $f; done; done
  $ for f in nothing.csv header.csv array.json; do lead-due -T table $f; lead-due --cron $f; done
  Nobody is waiting.
  Nobody is waiting.
  Nobody is waiting.

Their totals are there, and all 0 but for the header's line.

  $ for t in import score qualify due funnel; do for f in nothing.csv header.csv; do
  >   lead-$t --summary=s.json $f > /dev/null; grep -o '"read[^{}]*"bytes": [0-9]*' s.json; done; done | sort | uniq -c
        5 "read": 0, "written": 0, "merged": 0, "updated": 0, "filtered": 0, "rejected": 0, "blank": 0, "lines": 0, "bytes": 0
        5 "read": 0, "written": 0, "merged": 0, "updated": 0, "filtered": 0, "rejected": 0, "blank": 0, "lines": 1, "bytes": 9
