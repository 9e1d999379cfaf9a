What else lead-qualify does with leads: count them, split them, compare policies, check one.

  $ cut -d, -f1-8 $DATA/qualify.csv > leads.csv

Counting.  A share is of the levels that are wanted.

  $ lead-qualify --count leads.csv
  qualification,leads,share
  sql,1,0.167
  mql,0,0
  iql,1,0.167
  undecided,3,0.5
  unqualified,0,0
  disqualified,1,0.167
  $ lead-qualify --count=table --only iql,sql leads.csv
  LEVEL                LEADS   SHARE
  sql                      1   50.0%
  iql                      1   50.0%
  all                      2  100.0%
  $ lead-qualify --count=json -w 'id < 5' leads.csv
  [
  {"qualification": "sql", "leads": 1, "share": 0.25},
  {"qualification": "mql", "leads": 0, "share": 0},
  {"qualification": "iql", "leads": 1, "share": 0.25},
  {"qualification": "undecided", "leads": 1, "share": 0.25},
  {"qualification": "unqualified", "leads": 0, "share": 0},
  {"qualification": "disqualified", "leads": 1, "share": 0.25}
  ]
  $ head -n 1 leads.csv | lead-qualify --count=table --only sql
  LEVEL                LEADS   SHARE
  sql                      0    0.0%
  all                      0    0.0%
  $ lead-qualify --count=csv --only sql < /dev/null
  qualification,leads,share
  sql,0,0
  $ lead-qualify --count --summary leads.csv > /dev/null
  ! {"tool": "lead-qualify", "read": 6, "written": 6, "merged": 0, "updated": 0, "filtered": 0, "rejected": 0, "blank": 0, "lines": 7, "bytes": 233, "row_sum": "000000012749fd1f", "lines_written": 7, "bytes_written": 111, "row_sum_written": "0000000000000000", "disqualified": 1, "unqualified": 0, "undecided": 3, "iql": 1, "mql": 0, "sql": 1}
  $ lead-qualify --count=xml leads.csv
  ! lead-qualify: --count: "xml" is none of: table csv json
  ! lead-qualify: lead-qualify --help lists the options
  [2]

Splitting: a file for each level, also for those that nobody is at, so that none stays from yesterday.

  $ mkdir out; echo old > out/mql.csv
  $ lead-qualify --split out -c id,qualification leads.csv
  $ for f in out/*; do echo "$f:" $(cat $f); done
  out/disqualified.csv: id,qualification 3,disqualified
  out/iql.csv: id,qualification 2,iql
  out/mql.csv: id,qualification
  out/sql.csv: id,qualification 1,sql
  out/undecided.csv: id,qualification 4,undecided 5,undecided 6,undecided
  out/unqualified.csv: id,qualification
  $ lead-qualify --split new --only sql,mql leads.csv -T json -c id --summary
  ! {"tool": "lead-qualify", "read": 6, "written": 1, "merged": 0, "updated": 0, "filtered": 5, "rejected": 0, "blank": 0, "lines": 7, "bytes": 233, "row_sum": "000000012749fd1f", "lines_written": 0, "bytes_written": 0, "row_sum_written": "0000000000000000", "disqualified": 1, "unqualified": 0, "undecided": 3, "iql": 1, "mql": 0, "sql": 1}
  $ ls new; cat new/*
  mql.json
  sql.json
  []
  [
  {"id":"1"}
  ]
  $ head -n 1 leads.csv | lead-qualify --split head --only sql -c id; cat head/*
  id
  $ lead-qualify --split none --only sql < /dev/null; ls none
  sql.csv

With any number of threads the same, and together they are what comes out without --split.

  $ awk 'NR == 1 { print; next } { row[NR] = $0 } END { for (i = 0; i < 5000; i++) for (r = 2; r <= NR; r++) print row[r] }' leads.csv > many.csv
  $ lead-qualify many.csv | sort | cksum > a
  $ lead-qualify -j4 --split four many.csv; lead-qualify -j1 --split one many.csv
  $ diff -r one four
  $ (head -n 1 four/sql.csv; tail -qn +2 four/*.csv) | sort | cksum | cmp - a

A run that fails leaves every file as it was.

  $ printf 'id,score\n1,50\n2,50,\n' > bad.csv
  $ lead-qualify --split out -c id --max-rejects 0 bad.csv
  ! lead-qualify: bad.csv:3: 3 fields, but the header has 2
  ! lead-qualify: 1 of 2 records were refused, more than --max-rejects allows
  [3]
  $ cat out/sql.csv; ls -A out
  id,qualification
  1,sql
  disqualified.csv
  iql.csv
  mql.csv
  sql.csv
  undecided.csv
  unqualified.csv
  $ lead-qualify --split leads.csv leads.csv
  ! lead-qualify: leads.csv/disqualified.csv: open: Not a directory
  [4]
  $ lead-qualify --split no/such leads.csv
  ! lead-qualify: no/such: No such file or directory
  [4]
  $ lead-qualify --split out -o rest.csv leads.csv; ls rest.csv
  ! lead-qualify: --split and --output: one at a time
  ! ls: cannot access 'rest.csv': No such file or directory
  [2]
  $ lead-qualify --split out --count leads.csv
  ! lead-qualify: --count, --split, --check-policy: one at a time
  [2]

Comparing: who changes level under another policy, and why.  3 is not refused any more, the
budget of 4 is read as a no, and 5 needs one more yes.

  $ cat > old.json <<'.'
  > { "lead-policy": 1,
  >   "disqualify": [ { "name": "students", "when": "title = student", "reason": "student" } ],
  >   "evidence": { "budget": { "yes": "budget is known" }, "need": { "yes": "need is known" } },
  >   "levels": { "sql": "bant >= 1", "mql": "score >= 20" } }
  > .
  $ cat > new.json <<'.'
  > { "lead-policy": 1,
  >   "evidence": { "budget": { "yes": "budget matches \"\\d\"", "no": "budget contains not" }, "need": { "yes": "need is known" } },
  >   "levels": { "sql": "bant >= 2", "mql": "score >= 30" } }
  > .
  $ lead-qualify -p new.json --compare old.json -c id,qualification,other_qualification,qualify_changes --summary leads.csv
  id,qualification,other_qualification,qualify_changes
  3,mql,disqualified,was disqualified: student;mql: score >= 30
  4,undecided,sql,"was sql: bant >= 1;perhaps sql: bant >= 2;budget no, was yes"
  5,undecided,sql,was sql: bant >= 1;perhaps sql: bant >= 2
  ! {"tool": "lead-qualify", "read": 6, "written": 3, "merged": 0, "updated": 0, "filtered": 3, "rejected": 0, "blank": 0, "lines": 7, "bytes": 233, "row_sum": "000000012749fd1f", "lines_written": 4, "bytes_written": 252, "row_sum_written": "0000000230bb828b", "disqualified": 0, "unqualified": 0, "undecided": 3, "iql": 0, "mql": 2, "sql": 1, "changed": 3}
  $ lead-qualify -p new.json --compare old.json --count=table leads.csv
  LEVEL                LEADS   SHARE
  sql                      0    0.0%
  mql                      1   33.3%
  iql                      0    0.0%
  undecided                2   66.7%
  unqualified              0    0.0%
  disqualified             0    0.0%
  all                      3  100.0%
  $ lead-qualify -p new.json --compare new.json -c id leads.csv
  id
  $ lead-qualify --compare nothing.json leads.csv
  ! lead-qualify: nothing.json: open: No such file or directory
  [4]

Checking: cases are leads with what is expected of them.  What differs is shown like a diff, and the
status is 1.

  $ lead-qualify --check-policy $EXAMPLES/bant-weighted.json --cases $EXAMPLES/bant-cases.csv
  $ cat > cases.csv <<'.'
  > id,need,budget,expect_qualification,expect_next_question
  > right,no,no,unqualified,
  > wrong,yes,yes,mql,Who?
  > do not care,yes,yes,,"Who decides, and who signs?"
  > .
  $ lead-qualify --check-policy $EXAMPLES/bant-weighted.json --cases cases.csv --summary
  cases.csv:3: wrong
  -qualification mql
  +qualification sql
  -next_question Who?
  +next_question
  cases.csv:4: do not care
  -next_question Who decides, and who signs?
  +next_question
  ! {"tool": "lead-qualify", "read": 3, "written": 3, "merged": 0, "updated": 0, "filtered": 0, "rejected": 0, "blank": 0, "lines": 4, "bytes": 156, "row_sum": "00000001a1e769ed", "lines_written": 8, "bytes_written": 175, "row_sum_written": "0000000000000000", "disqualified": 0, "unqualified": 1, "undecided": 0, "iql": 0, "mql": 0, "sql": 2, "failed": 2}
  [1]
  $ lead-qualify --check-policy $EXAMPLES/bant-weighted.json cases.csv -q | tail -n 1
  +next_question
  $ printf '%s\n' '{"id":"a","need":"yes","expect_qualification":"mql"}' '{"id":"b","expect_missing":"budget"}' |
  >   lead-qualify --check-policy $EXAMPLES/bant-weighted.json
  (stdin):2: b
  -missing budget
  +missing budget;authority;need;timeframe
  [1]
  $ printf 'id,expect_level\n1,mql\n' | lead-qualify --check-policy $EXAMPLES/bant-weighted.json
  ! lead-qualify: (stdin):2:3: expect_level: lead-qualify writes no such column: shape "aaa"
  ! lead-qualify: 1 of 1 records was refused; --rejects FILE keeps them
  [3]
  $ printf 'id,expect_icp\n1,\n' | lead-qualify --check-policy $EXAMPLES/bant-weighted.json
  ! lead-qualify: (stdin):2: expects nothing: no expect_qualification or the like
  ! lead-qualify: 1 of 1 records was refused; --rejects FILE keeps them
  [3]
  $ lead-qualify --cases cases.csv
  ! lead-qualify: --cases needs --check-policy
  [2]
  $ lead-qualify --check-policy old.json -p new.json cases.csv
  ! lead-qualify: --check-policy names the policy; --policy names another
  [2]
  $ lead-qualify --check-policy old.json --compare new.json cases.csv
  ! lead-qualify: --count, --split, --check-policy: one at a time, the last without --compare
  [2]
  $ lead-qualify --check-policy old.json --only sql cases.csv
  ! lead-qualify: --check-policy looks at every case: it goes without --only
  [2]
