A file system without room, for every tool: for its output, and for its temporary files.

needs: unshare -m mount -t tmpfs none /mnt

  $ cat > full <<'.'
  > mkdir -p small; mount -t tmpfs -o size=64k none small; head -c 60000 /dev/zero > small/filler
  > head -c 9999 /dev/zero > small/more 2>/dev/null; eval "$*"; status=$?; ls -A small >&2; exit $status
  > .
  $ echo 'exec sh $TRUST/each.sh "$@"' > each
  $ sh each 'unshare -m sh ./full $T -o small/named $IN'
  every tool: 4 nothing
    TOOL: small/named: write: No space left on device
    filler
    more
  $ sh each 'unshare -m sh ./full $T $IN \> small/named'
  every tool: 4 nothing
    TOOL: (stdout): write: No space left on device
    filler
    more
    named
  $ sh each 'TMPDIR=small unshare -m sh ./full $T $IN'
  lead-due lead-funnel lead-qualify lead-score lead-train: 0 whole
    filler
    more
  lead-import: 4 its beginning
    TOOL: small: write a temporary file: No space left on device
    filler
    more
  $ sh each 'TMPDIR=small unshare -m sh ./full cat $IN \| $T'
  lead-due lead-funnel lead-qualify lead-score lead-train: 0 whole
    filler
    more
  lead-import: 4 nothing
    TOOL: small: write a temporary file: No space left on device
    filler
    more

A file system that may only be read.

  $ cat > sealed <<'.'
  > mkdir -p small; mount -t tmpfs -o size=64k,ro none small; eval "$*"
  > .
  $ sh each 'unshare -m sh ./sealed $T -o small/named $IN'
  every tool: 4 nothing
    TOOL: small/named: open: Read-only file system
  $ sh each 'TMPDIR=small unshare -m sh ./sealed $T $IN'
  lead-due lead-funnel lead-qualify lead-score lead-train: 0 whole
  lead-import: 4 nothing
    TOOL: small: make a temporary file: Read-only file system
