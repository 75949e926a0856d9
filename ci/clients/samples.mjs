// node samples.mjs DOCUMENT SAMPLES: what /docs shows of TypeScript, each in a block of its own, to be compiled.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const [document, samples] = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
const api = JSON.parse(document);
vm.runInNewContext(`${samples}\naddSamples(api, base)`, { api, base: "http://localhost:8080" });
const sources = Object.values(api.paths)
  .flatMap(Object.values)
  .flatMap((operation) => operation["x-codeSamples"] ?? [])
  .map((sample) => sample.source.split("\n"));
const head = sources[0].filter((line) => line.startsWith("import "));
console.log([...head, ...sources.map((lines) => ["{", ...lines.filter((line) => !line.startsWith("import ")), "}"].join("\n"))].join("\n"));
