# score.jq - the scoring job for jq.
def age: 1772323200 - fromdateiso8601;
def points: {"referral": 12, "partner": 8, "webinar": 8, "organic_search": 5, "trade_show": 5, "website": 4,
  "paid_search": 3, "content": 3, "cold_call": -2, "purchased_list": -10};
def within(list): . as $x | list | index($x) != null;
. + ((
    (if .title | test("\\b(chief|ceo|cto|vp|director|head of|owner|founder)\\b"; "i") then 20 else 0 end)
  + (if .title | test("\\b(manager|lead)\\b"; "i") then 8 else 0 end)
  + (if .industry | within(["Software", "Manufacturing", "Finance", "Healthcare"]) then 10 else 0 end)
  + (if .employees == "" then 0 else .employees | tonumber |
      if . <= 9 then -5 elif . <= 49 then 5 elif . <= 499 then 15 else 10 end end)
  + (if .country | within(["DE", "AT", "CH", "NL", "FR", "GB"]) then 10 else 0 end)
  + (points[.source] // 0)
  + (if .email | endswith("@gmail.com") then -5 else 0 end)
  + ([10, 0.5 * (.page_views | tonumber)] | min) + ([15, 5 * (.form_submits | tonumber)] | min)
  + (if .last_activity_at == "" then 0 else .last_activity_at | age |
      (20000 * pow(0.5; . / 2592000) | round) / 1000 + (if . > 7776000 then -15 else 0 end) end)
  + (if .email_opt_out == "true" then -25 else 0 end)
  | [100, ([0, .] | max)] | min) as $s
  | {score: $s, grade: (if $s >= 70 then "A" elif $s >= 45 then "B" elif $s >= 25 then "C" else "D" end)})
