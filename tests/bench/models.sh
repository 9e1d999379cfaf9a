#!/bin/sh
# models.sh - lead-train on real leads against the bars: tests/bench/models.sh BINDIR [SHARED]
#
# Row i, the first being 0, is held out when i % 5 = 0.  A line a set: AUC and log-loss held out,
# and what they must reach.  Status 1 when one does not, 77 without the data.
set -u
bin=$1
shared=${2-${LEAD_SHARED-../shared}}
leads=$shared/data/leads
[ -d "$leads" ] || { echo "models: no real data here"; exit 77; }
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
bad=0

# What was typed or computed after contact, and the ids.
after='Prospect ID,Lead Number,Tags,Lead Quality,Lead Profile,Last Notable Activity'
after=$after',Asymmetrique Activity Index,Asymmetrique Profile Index'
after=$after',Asymmetrique Activity Score,Asymmetrique Profile Score'

# Olist: won is a deal of that id; dates that nobody can misread.
awk -F, -v OFS=, '
	{ sub(/\r$/, "") }
	NR == FNR { won[$1] = 1; next }
	FNR == 1 { print $0, "won"; next }
	{ split($2, day, "-"); $2 = day[3] "-" day[2] "-" day[1]; print $0, $1 in won ? "yes" : "no" }
' "$leads/olist/olist_closed_deals_dataset.csv" \
	"$leads/olist/olist_marketing_qualified_leads_dataset.csv" >"$work/olist.csv"

measure() {             # name, least AUC, most log-loss, the rest for lead-train
	name=$1 area=$2 loss=$3; shift 3
	"$bin/lead-train" --split every:5 --report text "$@" >"$work/report" 2>"$work/err" ||
		{ cat "$work/err"; bad=1; }
	awk -v name="$name" -v area="$area" -v loss="$loss" '
		/^this model/ {
			ok = $3 + 0 >= area + 0 && $7 + 0 <= loss + 0
			printf "%-15s AUC %.3f (at least %.3f)  log-loss %.3f (at most %.3f)  %s\n",
			    name, $3, area, $7, loss, ok ? "ok" : "MISSED"
			found = 1
		}
		END { exit !(found && ok) }
	' "$work/report" || bad=1
}

measure "X Education a" 0.866 0.445 --outcome '`Converted` = 1' \
	--drop-column "$after,Last Activity" "$leads/xeducation/Leads.csv"
measure "X Education a+" 0.892 0.404 --outcome '`Converted` = 1' \
	--drop-column "$after" "$leads/xeducation/Leads.csv"
measure "Bank Marketing" 0.785 0.293 --outcome '`y` = yes' --drop-column duration \
	"$leads/bank/bank-full.csv"
measure "Olist a" 0.674 0.312 --outcome '`won` = yes' "$work/olist.csv"
exit $bad
