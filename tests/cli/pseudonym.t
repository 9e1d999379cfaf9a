Leads to share: the same value and salt give the same pseudonym, of the same kind.

needs: openssl

  $ head -c 32 /dev/zero | tr '\0' k > salt; head -c 32 /dev/zero | tr '\0' l > other
  $ cat > a.csv <<'.'
  > id,first_name,last_name,email,phone,country,score
  > 1,Ann,van der Berg,Ann.Berg@acme.de,+49 30 1234567,DE,7
  > 2,ANN,Kim,info@acme.de,+1 415 555 2671,US,
  > 3,Bo,Lee,bo.lee@gmail.com,call me,US,
  > 4,Cy,Ito,cy@@broken,,,
  > 5,Di,Ray,x@mailinator.com,+44 20 7946 0958,GB,
  > .
  $ lead-import -q --match off a.csv > real.csv; lead-import -q --match off --pseudonymize --salt-file salt a.csv > hidden.csv
  $ grep -i -e ann -e berg -e kim -e acme -e '[^a-z]lee' -e 1234567 -e 5552671 -e broken hidden.csv
  [1]

What the tools go by is as it was: classes, validity, country; and import finds the same again.

  $ cat > compare <<'.'
  > same=id,country,email_status,phone_status,original_score
  > lead-import -q --match off hidden.csv -c $same > 1
  > lead-import -q --match off real.csv -c $same | cmp - 1 && cat 1
  > .
  $ sh compare
  id,country,email_status,phone_status,original_score
  1,DE,valid,valid,7
  2,US,role,valid,
  3,US,free,invalid,
  4,,invalid,,
  5,GB,disposable,valid,
  $ cut -d, -f4 hidden.csv | sed 's/.*@//' | tail -n +2
  riwezoreyusa.example
  riwezoreyusa.example
  gmail.com
  no-address-yosavipopugo
  mailinator.com

Case does not count, what was merged is merged, and another salt gives others.

  $ cut -d, -f2 hidden.csv | sed -n 2,3p | uniq | wc -l
  1
  $ lead-import -q --match off --pseudonymize --salt-file other a.csv | tail -n +2 | cut -d, -f2-4 > theirs
  $ tail -n +2 hidden.csv | cut -d, -f2-4 | tr , '\n' | grep -v -e '@gmail' > ours; tr , '\n' < theirs | grep -cxFf ours
  0
  [1]

The same by another program: HMAC-SHA256 of "n", attempt 0 and the word, two bytes a syllable.

  $ printf 'n\000ann' | openssl dgst -sha256 -hmac kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk -binary | od -An -v -tu1 -w2 | head -6 |
  >   awk '{ n = ($1 * 256 + $2) % 100; s = s substr("bcdfghjklmnprstvwxyz", int(n / 5) + 1, 1) substr("aeiou", n % 5 + 1, 1) }
  >   END { print toupper(substr(s, 1, 1)) substr(s, 2) }' > ann; sed -n 2p hidden.csv | cut -d, -f2 | cmp - ann

The salt has to be one, and nothing that undoes it is written along.

  $ lead-import --pseudonymize a.csv
  ! lead-import: --pseudonymize goes with --salt-file, and with neither --merge-log nor --undo
  [2]
  $ lead-import --salt-file salt a.csv
  ! lead-import: --pseudonymize goes with --salt-file, and with neither --merge-log nor --undo
  [2]
  $ lead-import --pseudonymize --salt-file missing a.csv
  ! lead-import: missing: read: No such file or directory
  [4]
  $ printf 123456789012345 > short; lead-import --pseudonymize --salt-file short a.csv
  ! lead-import: short: a salt has 16 to 4096 bytes, not fewer (head -c 32 /dev/urandom makes one)
  [2]
  $ lead-import --pseudonymize --salt-file salt --merge-log log a.csv
  ! lead-import: --pseudonymize goes with --salt-file, and with neither --merge-log nor --undo
  [2]
