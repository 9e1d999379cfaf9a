The totals, against the files: tests/trust/rowsum.c counts and sums by itself.

  $ cat > agrees <<'END'
  > # format of input, input, format of output, command: what the summary says of both files
  > rowsum="$(dirname "$(command -v lead-score)")/../trust/rowsum"
  > from=$1 in=$2 to=$3; shift 3
  > "$@" --now 2026-03-02 -q --rejects rejects --summary=summary < $in > out || echo "status $?"
  > jq -r '"\(.read) \(.lines) \(.bytes) \(.row_sum)"' summary > said
  > jq -r '"\(.written) \(.lines_written) \(.bytes_written) \(.row_sum_written)"' summary >> said
  > { "$rowsum" $from $in; "$rowsum" $to out; } > counted
  > if cmp -s counted said; then echo agrees; else cat counted said; fi
  > END

A check value that is published: the CRC-32 of "123456789" is cbf43926.

  $ printf 'n\n123456789\n' > check.csv
  $ sh agrees csv check.csv csv lead-score -c n; cat counted
  agrees
  1 2 12 00000000cbf43926
  1 2 12 00000000cbf43926
  $ printf 'n\n123456789\n123456789' > twice.csv
  $ sh agrees csv twice.csv csv lead-score -c n; cat counted
  agrees
  2 3 21 0000000197e8724c
  2 3 22 0000000197e8724c
  $ cp $EXAMPLES/*.csv .; sed 's/$/\r/' small.csv > windows.csv
  $ lead-import -q --now 2026-03-02 --rejects r -a activities.csv export.csv > leads.csv
  $ printf 'id,note\n1,"a\nb"\n2,"c ""d"""\n\n3,x\n' > quoted.csv
  $ for f in small funnel leads quoted windows; do sh agrees csv $f.csv csv lead-score; done | uniq -c
        5 agrees
  $ for t in "lead-import --match off" "lead-import --one-line" lead-qualify "lead-due --all" "lead-score --top 5" "lead-score --explain"; do
  >   sh agrees csv leads.csv csv $t; sh agrees csv leads.csv json $t -T jsonl; sh agrees csv leads.csv json $t -T json
  > done | uniq -c
       18 agrees
  $ lead-score -q --now 2026-03-02 -T jsonl small.csv > small.jsonl; lead-score -q --now 2026-03-02 -T json small.csv > small.json
  $ for f in small.jsonl small.json; do for t in jsonl json csv; do sh agrees json $f ${t%l} lead-qualify -T $t; done; done | uniq -c
        6 agrees

However it is cut, by however many threads: the same sums, and the same whatever the order.

  $ for b in 64 1000 65536; do for j in 1 2 4; do LEAD_BLOCK=$b lead-score -q -j$j --now 2026-03-02 --summary leads.csv 2>&1 > /dev/null; done; done | sort -u | wc -l
  1
  $ (head -n 1 funnel.csv; tail -n +2 funnel.csv | sort -r) > turned.csv
  $ for f in funnel turned; do lead-score -q --now 2026-03-02 --summary $f.csv 2>&1 >/dev/null | grep -o '"row_sum[^,}]*'; done
  "row_sum": "0000000338908179"
  "row_sum_written": "00000002e39306a0"
  "row_sum": "0000000338908179"
  "row_sum_written": "00000002e39306a0"

What could not be written is not said to be.

  $ lead-score -q --now 2026-03-02 --summary small.csv 2>&1 > /dev/full | grep -o '"lines_written.*'
  "lines_written": 0, "bytes_written": 0, "row_sum_written": "0000000000000000"}

A whole pipeline.

  $ lead-import -q --now 2026-03-02 -a activities.csv --rejects r --summary=1 export.csv |
  >   lead-score --now 2026-03-02 --summary=2 | lead-qualify --now 2026-03-02 --summary=3 > leads.csv
  $ $EXAMPLES/audit.sh 1 2 3
  38 in, 36 out, 1 merged, 1 named, none lost
  $ lead-import -q --one-line --now 2026-03-02 --rejects r --summary=1 export.csv | (read -r h; echo "$h"; sort) |
  >   lead-score --now 2026-03-02 -w 'employees > 100' --summary=2 | lead-funnel --now 2026-03-02 --summary=3 > funnel
  $ $EXAMPLES/audit.sh 1 -- 2 3
  38 in, 18 out, 1 merged, 18 filtered, 1 named, none lost

With a master file, whose leads come out besides: they are no gain, nor may one of them be lost.

  $ head -20 export.csv > old.csv; (head -1 export.csv; sed -n '15,39p' export.csv) > new.csv
  $ lead-import -q --now 2026-03-02 --rejects r old.csv > master.csv
  $ lead-import -q --now 2026-03-02 --rejects r --against master.csv --summary=1 new.csv |
  >   lead-qualify --now 2026-03-02 -q --split levels --summary=2
  $ jq -r '"\(.read) in, \(.written) new, \(.master.leads) in the master"' 1; cat levels/*.csv | grep -c '^[0-9]'
  25 in, 17 new, 17 in the master
  34
  $ $EXAMPLES/audit.sh 1 2
  25 in, 34 out, 17 already there, 6 merged, 2 named, none lost
  $ sed 's/"read": 34, "written": 34/"read": 33, "written": 33/' 2 > lost; $EXAMPLES/audit.sh 1 lost
  audit: lead-import wrote 34 records, lead-qualify read 33
  25 in, 33 out, 17 already there, 6 merged, 2 named, and it does not add up
  [1]

A lead that is lost between two tools, a changed one, and a tool that lies.

  $ lead-import -q --now 2026-03-02 --rejects r --summary=1 export.csv | sed 5d | lead-score --now 2026-03-02 --summary=2 > out
  $ $EXAMPLES/audit.sh 1 -- 2 > said; echo $?; sed 's/[0-9a-f]\{16\}/SUM/g' said
  1
  audit: lead-import wrote 36 records, lead-score read 35
  audit: lead-import wrote SUM as sum of rows, lead-score read SUM
  38 in, 35 out, 1 merged, 1 named, and it does not add up
  $ lead-import -q --now 2026-03-02 --rejects r --summary=1 export.csv | sed 5s/a/e/ | lead-score --now 2026-03-02 --summary=2 > out
  $ $EXAMPLES/audit.sh 1 2 > said; echo $?; sed 's/[0-9a-f]\{16\}/SUM/g' said
  1
  audit: lead-import wrote SUM as sum of rows, lead-score read SUM
  38 in, 36 out, 1 merged, 1 named, and it does not add up
  $ sed 's/"written": [0-9]*/"written": 1/' 1 > lie; $EXAMPLES/audit.sh lie
  audit: lead-import read 38 and does not say where all of them went
  38 in, 1 out, 1 merged, 1 named, and it does not add up
  [1]
