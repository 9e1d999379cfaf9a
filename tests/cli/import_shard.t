needs: parallel

Parts of one import, for many machines: --shard K/N.

  $ cat >gen.awk <<'E'
  > function pick(list, n, a) { n = split(list, a, " "); return a[int(rand() * n) + 1] }
  > BEGIN {
  >   srand(seed); print "id,email,name,phone,notes"
  >   for (i = 0; i < 500; i++)
  >     printf "%s,%s,%s %s,%s,%s\n", rand() < .5 ? "" : int(rand() * 400), rand() < .3 ? "" : "p" int(rand() * 200) "@x.example",
  >       pick("Ann Bob Cy Dee Eve"), pick("Lee Orr Dow Fox"), pick("- +442079460958 +442079460959"), rand() < .9 ? "" : "\"two\nlines\""
  > }
  > E
  $ awk -v seed=1 -f gen.awk >a.csv; awk -v seed=2 -f gen.awk >b.csv

The recipe for GNU parallel: in order, and but for the headers what one run writes, to the byte; and its log of merges.

  $ for how in exact fuzzy off; do
  >   lead-import -q --match $how --merge-log one.log a.csv b.csv >one.csv
  >   parallel -k "lead-import -q --match $how --merge-log {}.log --shard {}/4 a.csv b.csv | tail -n +\$(({} > 1 ? 2 : 1))" ::: 1 2 3 4 >parts.csv
  >   cmp one.csv parts.csv
  >   { cat 1.log; for k in 2 3 4; do tail -n +2 $k.log; done; } | cmp one.log -; done
  $ wc -l <one.csv
  1105

JSON Lines have no header; any number of parts; the other tools take the parts as files.

  $ lead-import -q -T jsonl a.csv >one.jsonl
  $ for n in 1 2 7; do parallel -k lead-import -q -T jsonl --shard {}/$n a.csv ::: $(seq $n) | cmp one.jsonl -; done
  $ lead-import -q a.csv -o one.csv; for k in 1 2 3; do lead-import -q --shard $k/3 -o part$k.csv a.csv; done
  $ lead-score one.csv | cksum; lead-score part1.csv part2.csv part3.csv | cksum
  3095350782 34144
  3095350782 34144

With a master file, too; the totals say where every row went.

  $ lead-import -q a.csv -o master.csv
  $ lead-import -q --against master.csv -T jsonl b.csv >one.jsonl
  $ parallel -k lead-import -q --against master.csv -T jsonl --summary={}.json --shard {}/3 b.csv ::: 1 2 3 | cmp one.jsonl -
  $ for k in 1 2 3; do grep -o '"read": [0-9]*' $k.json; done | uniq
  "read": 500

Rejects are in every part.

  $ printf 'email,name\na@x.example,Ann\nshort\nb@x.example,Bo\n' >r.csv
  $ for k in 1 2; do lead-import --shard $k/2 --rejects $k.rejects -c email r.csv; done; cmp 1.rejects 2.rejects
  email
  a@x.example
  email
  b@x.example
  ! lead-import: r.csv:3: 1 field, but the header has 2
  ! lead-import: r.csv:3: 1 field, but the header has 2

Errors.

  $ for s in 0/2 3/2 1 /2 1/ x/2 1/0 1/2/3 -1/2 99999999999/99999999999; do lead-import --shard $s r.csv; done 2>&1 | sort | uniq -c | sed 's/^ *//' | head -3
  1 lead-import: --shard -1/2: it takes K/N, part K of N, from 1/N to N/N
  1 lead-import: --shard /2: it takes K/N, part K of N, from 1/N to N/N
  1 lead-import: --shard 0/2: it takes K/N, part K of N, from 1/N to N/N
  $ lead-import --shard 0/2 r.csv
  ! lead-import: --shard 0/2: it takes K/N, part K of N, from 1/N to N/N
  [2]
  $ lead-import --shard 1/2 --undo one.log one.csv
  ! lead-import: --undo goes with none of --against, --merge-log, --shard, --check, --show-mapping
  [2]
