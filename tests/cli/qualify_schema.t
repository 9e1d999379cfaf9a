The schema is a JSON Schema that takes the policies we ship, and not what lead-qualify refuses.

needs: python3

  $ lead-qualify --schema > schema.json; lead-qualify --print-default > default.json
  $ cat > takes.py <<'.'
  > import json, sys
  > try:
  >     import jsonschema
  > except ImportError:
  >     jsonschema = None
  > schema = json.load(open("schema.json"))
  > def takes(policy):
  >     if jsonschema:
  >         jsonschema.Draft202012Validator.check_schema(schema)
  >         return jsonschema.Draft202012Validator(schema).is_valid(policy)
  >     return set(policy) <= set(schema["properties"])
  > for name in sys.argv[1:]:
  >     if not takes(json.load(open(name))): print(name)
  > for wrong in ({"lead-policy": 1, "levels": {}, "level": 1}, {"levels": {}, "polcy": {}}):
  >     if takes(wrong): print(wrong)
  > .
  $ python3 takes.py default.json $EXAMPLES/bant-*.json
