// Checks every HTML file below a folder: node validate.mjs FOLDER
// Prints a JSON list of what html-validate found, empty where all is well.
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

// The recommended rules. Each one that is set otherwise says why.
const config = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {},
};

const folder = process.argv[2];
const validator = new HtmlValidate(new StaticConfigLoader(config));
const found = [];
const entries = await readdir(folder, { recursive: true });
for (const name of entries.filter((entry) => entry.endsWith(".html")).sort()) {
  const report = await validator.validateFile(join(folder, name));
  for (const result of report.results) {
    for (const m of result.messages) {
      found.push({
        file: relative(folder, result.filePath),
        line: m.line,
        column: m.column,
        rule: m.ruleId,
        message: m.message,
      });
    }
  }
}
console.log(JSON.stringify(found));
