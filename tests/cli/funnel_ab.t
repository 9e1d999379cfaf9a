Experiments, with scipy's numbers in statistics.tsv: 867 of 2376 against 886 of 2568.

  $ cat > arm <<'.'
  > awk -v name=$1 -v k=$2 -v n=$3 'BEGIN { for (i = 0; i < n; i++) print name "," (i < k ? "won" : "open") }'
  > .
  $ { echo variant,status; sh arm A 867 2376; sh arm B 886 2568; } > ab.csv
  $ lead-funnel --ab variant ab.csv -T json | jq -c '.experiment[1] | [.difference, .difference_low, .difference_high, .p, .best]'
  [-0.019883,-0.046562,0.006798,0.145025488857,0.072139]
  $ sed -n '/^ab.867/p' $DATA/statistics.tsv
  ab	867	2376	886	2568	-0.01988341358	-0.0465620223	0.006797841205	0.1442497109	0.1450254889	0.07213903687
  $ lead-funnel --ab variant ab.csv -T table | sed -n '/^Exp/,$p' | tail -n 1
  B against A: 34.5 % converted instead of 36.5 %, a difference of -2.0 points (-4.7 to +0.7), which may be chance.

Too few for a verdict; and a name for the control:

  $ { echo variant,status; sh arm A 4 40; sh arm B 20 40; } > small.csv
  $ lead-funnel --ab variant --control B small.csv | sed '1,/^$/d' | cut -d, -f1-3,17,18
  arm,leads,converted,verdict
  B,40,20,control
  A,40,4,too few
  $ lead-funnel --ab variant --control C small.csv > /dev/null
  ! lead-funnel: --control: no lead is in the arm "C"
  [2]
  $ lead-funnel --control C small.csv
  ! lead-funnel: --control: an arm of what? --ab says so
  [2]

Three arms: Holm's correction, and the chances to be best add up to one:

  $ { echo variant,status; sh arm A 50 500; sh arm B 80 500; sh arm C 60 500; } > three.csv
  $ lead-funnel --ab variant three.csv -T json | jq -c '.experiment | [(map(.best) | add), (.[1:][] | [.arm, (.p_adjusted / .p * 1000 | round / 1000), .verdict])]'
  [1,["B",2,"better"],["C",1,"no difference shown"]]

The difference of 50 to 80 in 500: with 10 % and 16 %, 80 % power takes
(1.959964 * sqrt(2 * .13 * .87) + .841621 * sqrt(.1 * .9 + .16 * .84))^2 / .06^2 = 491.99, so 492 an arm: 0 more; of
50 to 60, 10 % and 12 %: 3841, so 3341 more.

  $ lead-funnel --ab variant three.csv -T json | jq -c '.experiment[1:][] | [.arm, .needed]'
  ["B",0]
  ["C",3341]

Arms of a size that is no accident:

  $ { echo variant,status; sh arm A 60 600; sh arm B 40 400; } | lead-funnel --ab variant -T table | tail -n 1
  B against A: 10.0 % converted instead of 10.0 %, a difference of +0.0 points (-3.7 to +4.0), which may be chance. The arms are not of one size, and that is no accident (p = 2.5e-10): mend the experiment before you believe it.

One arm is no experiment:

  $ { echo variant,status; sh arm A 60 600; } | lead-funnel --ab variant -T table | tail -n 1
  An experiment has two to 64 arms.

An arm without a name, of a variable that is not set perhaps, is not taken for the first:

  $ lead-funnel --ab variant --control "" /dev/null
  ! lead-funnel: --control: expected the name of an arm
  [2]
