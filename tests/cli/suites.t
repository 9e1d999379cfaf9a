Suites that others made, where a unit test does not hold them already: every odd CSV file of csvkit's tests
against Python's csv module.  (csv-spectrum: csv_shared_test; the addresses: email_test; the phone numbers:
phone_test; the dates: date_column_law; the naughty strings: naughty.t, naughty_readers.t, due_naughty.t.)

needs: shared
needs: python3

  $ python3 "$TRUST/csvkit.py" "$LEAD_SHARED/data/suites/csvkit"
  65 files, 300 rows, 1616 cells agree; 13 rows refused
