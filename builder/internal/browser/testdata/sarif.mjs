// Holds a file of SARIF against the schema of its version 2.1.0: node sarif.mjs FILE
// Prints a JSON list of what is wrong, empty where nothing is.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// The schema comes with the package, and so does a validator that reads its draft.
const require = createRequire(createRequire(import.meta.url).resolve("@microsoft/jest-sarif"));
const Ajv = require("ajv");
const ajv = new Ajv({ schemaId: "auto", allErrors: true, unknownFormats: "ignore", logger: false });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const valid = ajv.validate(schema, JSON.parse(readFileSync(process.argv[2], "utf8")));
console.log(JSON.stringify(valid ? [] : ajv.errors.map((e) => `${e.dataPath} ${e.message}`)));
