-- score.sql - the scoring job for sqlite3; the words of these titles stand between blanks.
.bail on
.mode csv
.import INPUT t
.headers on
.output OUTPUT
SELECT *, CASE WHEN score >= 70 THEN 'A' WHEN score >= 45 THEN 'B' WHEN score >= 25 THEN 'C' ELSE 'D' END AS grade
FROM (SELECT id, email, phone, first_name, last_name, title, company, website, street, city, country,
  industry, employees, annual_revenue, source, campaign, status, owner, page_views, form_submits,
  email_opt_out, created_at, last_activity_at, notes, min(100, max(0, round(
    CASE WHEN words LIKE '% chief %' OR words LIKE '% ceo %' OR words LIKE '% cto %' OR words LIKE '% vp %'
      OR words LIKE '% director %' OR words LIKE '% head of %' OR words LIKE '% owner %'
      OR words LIKE '% founder %' THEN 20 ELSE 0 END
  + CASE WHEN words LIKE '% manager %' OR words LIKE '% lead %' THEN 8 ELSE 0 END
  + CASE WHEN industry IN ('Software', 'Manufacturing', 'Finance', 'Healthcare') THEN 10 ELSE 0 END
  + CASE WHEN employees = '' THEN 0 WHEN employees + 0 <= 9 THEN -5 WHEN employees + 0 <= 49 THEN 5
      WHEN employees + 0 <= 499 THEN 15 ELSE 10 END
  + CASE WHEN country IN ('DE', 'AT', 'CH', 'NL', 'FR', 'GB') THEN 10 ELSE 0 END
  + CASE source WHEN 'referral' THEN 12 WHEN 'partner' THEN 8 WHEN 'webinar' THEN 8 WHEN 'organic_search' THEN 5
      WHEN 'trade_show' THEN 5 WHEN 'website' THEN 4 WHEN 'paid_search' THEN 3 WHEN 'content' THEN 3
      WHEN 'cold_call' THEN -2 WHEN 'purchased_list' THEN -10 ELSE 0 END
  + CASE WHEN email LIKE '%@gmail.com' THEN -5 ELSE 0 END
  + min(10, 0.5 * page_views) + min(15, 5 * form_submits)
  + CASE WHEN last_activity_at = '' THEN 0 ELSE
      round(20 * pow(0.5, (1772323200 - unixepoch(last_activity_at)) / 2592000.0), 3) +
      CASE WHEN 1772323200 - unixepoch(last_activity_at) > 7776000 THEN -15 ELSE 0 END END
  + CASE WHEN email_opt_out = 'true' THEN -25 ELSE 0 END, 3))) AS score
FROM (SELECT *, ' ' || title || ' ' AS words FROM t) AS t);
