Too little memory, for every tool: status 5 and a word, and what came out is a beginning.

needs: sh tests/trust/plain.sh release

  $ cat > memory <<'.'
  > run() { (ulimit -S -v $1; $T $IN > part 2> words); status=$?; }
  > few=2000 enough=100000          # too little for it to be loaded, which is status 127
  > while [ $((enough - few)) -gt 100 ]; do
  >   half=$(((few + enough) / 2)); run $half
  >   if [ $status -eq 127 ]; then few=$half; else enough=$half; fi
  > done
  > for more in $(seq 0 200 3000); do
  >   run $((enough + more))
  >   [ $status -ne 0 ] || { cmp part calm/${T%% *}; continue; }
  >   echo "$status: $(cat words)"; head -c $(wc -c < part) calm/${T%% *} | cmp - part
  > done 2>&1 | sort -u >&2
  > .
  $ sh $TRUST/each.sh '. ./memory'
  every tool: 0 nothing
    5: TOOL: out of memory
