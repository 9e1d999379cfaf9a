Options, whichever the tool.  lead-score stands for all of them; -c keeps its own columns out.

  $ printf 'id,company\n1,ann@example.com\n' > a.csv

A short option's value may be attached or follow; operands stand anywhere.

  $ lead-score -cid a.csv
  id
  1
  $ lead-score a.csv -c id
  id
  1
  $ lead-score --columns=id -- a.csv
  id
  1
  $ lead-score -qc id a.csv
  id
  1

Long options are never abbreviated.

  $ lead-score --col=id a.csv
  ! lead-score: unknown option --col (did you mean --columns?)
  ! lead-score: lead-score --help lists the options
  [2]
  $ lead-score --colums=id a.csv
  ! lead-score: unknown option --colums (did you mean --columns?)
  ! lead-score: lead-score --help lists the options
  [2]
  $ lead-score --quiet=yes a.csv
  ! lead-score: --quiet takes no value
  ! lead-score: lead-score --help lists the options
  [2]
  $ lead-score a.csv --output
  ! lead-score: --output needs a value: FILE
  ! lead-score: lead-score --help lists the options
  [2]
  $ lead-score -Z a.csv
  ! lead-score: unknown option -Z
  ! lead-score: lead-score --help lists the options
  [2]
  $ lead-score --to=xslx a.csv
  ! lead-score: --to: "xslx" is none of: csv tsv jsonl json
  ! lead-score: lead-score --help lists the options
  [2]
  $ lead-score --jobs=two a.csv
  ! lead-score: --jobs: expected a whole number, not "two"
  ! lead-score: lead-score --help lists the options
  [2]
  $ lead-score --jobs=65 a.csv
  ! lead-score: --jobs: at most 64
  [2]
  $ lead-score --max-record=1MB a.csv
  ! lead-score: --max-record: expected a size such as 64K or 1M, not "1MB"
  ! lead-score: lead-score --help lists the options
  [2]
  $ lead-score --max-rejects=many a.csv
  ! lead-score: --max-rejects: expected a number or a percentage, not "many"
  [2]
  $ lead-score --delimiter='""' a.csv
  ! lead-score: --delimiter: """" is not one ASCII character, tab or auto
  [2]
  $ lead-score --progress=sometimes a.csv
  ! lead-score: --progress: "sometimes" is none of: auto always never
  ! lead-score: lead-score --help lists the options
  [2]

Columns are edited, or named.

  $ lead-score -c company,id a.csv
  company,id
  ann@example.com,1
  $ lead-score -c -score,-fit,-engagement,-grade a.csv
  id,company
  1,ann@example.com
  $ lead-score -c compnay a.csv
  ! lead-score: --columns: no column "compnay"; did you mean "company"?
  [2]
  $ lead-score -c id,-company a.csv
  ! lead-score: --columns: either every name has a sign, + or -, or none has
  [2]

Help goes to standard output, examples first.

  $ lead-score --help | head -4
  lead-score - add a score, a grade and the reasons to every lead
  
    lead-score leads.csv > scored.csv
        with the built-in model for selling to firms
  $ lead-score -h | grep -e '--rejects'
        --rejects FILE        where refused records go, with reasons
  $ lead-score --version | sed 's/[0-9].*/N/'
  lead-score (leadkit) N

Settings and their schema are printed whole.

  $ lead-score --print-default | head -c 1
  {
  \
  $ lead-score --schema > /dev/null

The output of these is checked too.

  $ lead-score --help > /dev/full
  ! lead-score: (stdout): write: No space left on device
  [4]

Conditions choose leads; several must all hold.

  $ printf 'id,city,n\n1,Bonn,5\n2,Bonn,9\n3,Kiel,9\n4,,9\n' > b.csv
  $ lead-score -c id -w 'city = Bonn' -w '`n` > 5' b.csv
  id
  2
  $ lead-score -c id -w 'not city = Bonn' b.csv
  id
  3
  $ lead-score -w 'cty = Bonn' b.csv
  ! lead-score: --where: no column "cty" in the input; did you mean "city"?
  [2]
  $ lead-score -w 'city = ' b.csv
  ! lead-score: --where: 8: expected a value
  [2]
