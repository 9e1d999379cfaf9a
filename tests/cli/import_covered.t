What a spreadsheet puts around a value is taken off, however often it was put there; so an import of
what was imported changes nothing.

  $ cat >c.csv <<'X'
  > Last Name,Phone,Company
  > Ox,"=""'+44 20 7946 0958""","=""'0501"""
  > Oy,''+44 20 7946 0958,"'=""Ab Ltd"""
  > Oz,"="" +44 20 7946 0958 ""","="" Cd """
  > X
  $ lead-import -c last_name,phone,company --match off c.csv | tee once.csv
  last_name,phone,company
  Ox,+442079460958,0501
  Oy,+442079460958,Ab Ltd
  Oz,+442079460958,Cd
  $ lead-import -c last_name,phone,company --match off once.csv | cmp - once.csv

So it is with the parts of a name: the first of these ends with a byte order mark, which is no letter.

  $ printf 'Name\nAnn\357\273\277 Lee\nBo '\''=Orr\n' > n.csv
  $ lead-import -q -c first_name,last_name n.csv | tee parts.csv
  first_name,last_name
  Ann,Lee
  Bo,=Orr
  $ lead-import -q -c full_name,first_name,last_name n.csv > once.csv
  $ lead-import -q -c full_name,first_name,last_name once.csv | cmp - once.csv
