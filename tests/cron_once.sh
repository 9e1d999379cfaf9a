#!/bin/sh
# cron_once.sh - one minute of a real cron and a real mailer: tests/cron_once.sh CRONTAB FOLDER FILE...
#
# Installs CRONTAB for root, in a mount namespace of its own, so that nothing of the machine's is
# run or changed; Debian's cron runs it, msmtp is its sendmail, and mail_sink.pl keeps what is
# sent in FOLDER.  Ends when all of the FILEs are there and nothing has come for two seconds, or
# after 80.  Needs root, cron, msmtp and perl.
set -eu
if [ "${1-}" != inside ]; then
	exec unshare -m "$0" inside "$@"
fi
crontab=$2 folder=$3; shift 3
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
cron='' sink=''
trap 'kill $cron $sink 2>/dev/null; rm -rf "$work"' EXIT

mkdir -p "$folder" "$work/sbin" "$work/spool/crontabs" "$work/cron.d" "$work/run"
cp "$(command -v cron || echo /usr/sbin/cron)" "$work/sbin/cron"
printf '#!/bin/sh\nexec msmtp -C /run/msmtprc "$@"\n' > "$work/sbin/sendmail"
chmod 755 "$work/sbin/sendmail"
cp "$crontab" "$work/spool/crontabs/root"
chmod 600 "$work/spool/crontabs/root"
perl "$here/mail_sink.pl" "$work/port" "$folder" & sink=$!
until [ -s "$work/port" ]; do sleep 0.1; done
printf 'account default\nhost 127.0.0.1\nport %s\nfrom cron@example.org\n' "$(cat "$work/port")" > "$work/run/msmtprc"
chmod 600 "$work/run/msmtprc"

mount --make-rprivate /
: > "$work/crontab"
mount --bind "$work/crontab" /etc/crontab
mount --bind "$work/cron.d" /etc/cron.d
mount --bind "$work/spool" /var/spool/cron
mount --bind "$work/run" /run
mount --bind "$work/sbin" /usr/sbin
/usr/sbin/cron -f & cron=$!

all_there() {
	for f; do [ -e "$f" ] || return 1; done
}
seconds=0
until all_there "$@" || [ $seconds -eq 80 ]; do sleep 1; seconds=$((seconds + 1)); done
before=none
until [ "$before" = "$(ls "$folder")" ]; do
	before=$(ls "$folder")
	sleep 2
done
