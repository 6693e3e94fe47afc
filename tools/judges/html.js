// Reads one HTML file on standard input; prints what the standard has against it, a line each.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

const load = createRequire(process.argv[2] + "/");
const { HtmlValidate, StaticConfigLoader } = load("html-validate");

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:standard", "html-validate:a11y"] }));
validator.validateString(readFileSync(0, "utf-8")).then((report) => {
  for (const { messages } of report.results) {
    for (const fault of messages) {
      console.log(`${fault.line}:${fault.column}: ${fault.ruleId}: ${fault.message}`);
    }
  }
});
