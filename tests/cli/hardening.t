What Debian's hardening=+all does to a program is done to ours: position-independent, tables that the
linker fills read-only and filled before the start, calls with known sizes checked, a guarded stack.

needs: sh tests/trust/plain.sh release
needs: readelf
needs: objdump

  $ cat > hard <<'.'
  > program=$(command -v $1)
  > lacks() { echo "$1: no $2"; }
  > readelf -hW $program | grep -q 'Type: *DYN' || lacks $1 "position-independent code"
  > readelf -lW $program | grep -q GNU_RELRO || lacks $1 "read-only relocations"
  > readelf -lW $program | grep -q 'GNU_STACK.*RW ' || lacks $1 "stack without code"
  > readelf -dW $program | grep -q BIND_NOW || lacks $1 "binding before the start"
  > readelf -sW $program | grep -q '__stack_chk_fail' || lacks $1 "stack protector"
  > readelf -sW $program | grep -q '__[a-z]*_chk@' || lacks $1 "checks of known sizes"
  > case $(uname -m) in x86_64)
  >   objdump -d $program > code
  >   grep -A1 'sub .*\$0x1000,%rsp' code | grep -q 'or[lq].*\$0x0,(%rsp)' || lacks $1 "stack probes"
  >   grep -A1 '<main>:' code | grep -q endbr64 || lacks $1 "landing places" ;;
  > esac
  > .
  $ for tool in import score train qualify funnel due; do sh hard lead-$tool; done

And the check can fail:

  $ mkdir soft; printf 'int main(void) { return 0; }' > soft.c
  $ cc -no-pie -fno-pie -fno-stack-protector -U_FORTIFY_SOURCE -fcf-protection=none -Wl,-z,norelro -Wl,-z,lazy -o soft/soft soft.c
  $ PATH=$PWD/soft:$PATH sh hard soft | grep -v -e probes -e landing
  soft: no position-independent code
  soft: no read-only relocations
  soft: no binding before the start
  soft: no stack protector
  soft: no checks of known sizes
