// Reads one FHIR bundle on standard input; prints what is wrong with it, a line each. Nothing: both judges pass it.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

const load = createRequire(process.argv[2] + "/");
const { Fhir } = load("fhir");
const Schema = load("@asymmetrik/fhir-json-schema-validator");

const bundle = JSON.parse(readFileSync(0, "utf-8"));
for (const fault of new Fhir().validate(bundle, { errorOnUnexpected: true }).messages) {
  if (fault.severity === "error" || fault.severity === "fatal") {
    console.log(`validator: ${fault.location}: ${fault.message}`);
  }
}
// Entry by entry: of a whole bundle the schema says only that no kind of resource fits.
const schema = new Schema();
for (const resource of [bundle, ...(bundle.entry ?? []).map((entry) => entry.resource)]) {
  for (const fault of schema.validate(resource, true)) {
    console.log(`schema: ${resource.resourceType}: ${fault.dataPath}: ${fault.message}`);
  }
}
