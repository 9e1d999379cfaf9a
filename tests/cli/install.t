`make install` puts programs, manuals and completions where PREFIX and DESTDIR say, and
`make uninstall` takes all of them away again.

  $ cat > mk <<'.'
  > # as from a shell: not as part of the make that may be running these tests
  > tree=$(dirname "$(dirname "$(command -v lead-score)")")
  > cd "$DATA/../.." && env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -s --no-print-directory O="$tree" "$@"
  > .
  $ top=$PWD; sh mk install DESTDIR=$top/root PREFIX=/opt/leadkit && cd root/opt/leadkit && find * -type f | grep -e score -e 'lead\.7' | sort
  bin/lead-score
  share/bash-completion/completions/lead-score
  share/man/man1/lead-score.1
  share/man/man7/lead.7
  $ ls $DATA/../../cmd | sed 's/\.c$//' > tools; (cd root/opt/leadkit/bin && ls) | diff tools -
  $ ls $MAN > pages; (cd root/opt/leadkit/share/man && ls man*/* | sed 's,.*/,,') | sort | diff pages -
  $ printf 'id,source\n1,referral\n' | root/opt/leadkit/bin/lead-score -c id
  id
  1
  $ sh mk uninstall DESTDIR=$PWD/root PREFIX=/opt/leadkit && find root ! -type d
