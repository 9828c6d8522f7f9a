// Loaded before a built program (`node --require`): what is generated from the forms comes from `generated/`.
const Module = require('node:module');
const path = require('node:path');

const PLACES = { 'libs/catalogue': 'catalogue', 'libs/model': 'form-id', 'libs/contract': 'type-definitions' };
const WORKSPACE = path.resolve(__dirname, '../..');
const OTHERS = new Map(
  Object.entries(PLACES).map(([lib, name]) => [
    path.join(WORKSPACE, lib, `dist/generated/${name}.js`),
    path.join(__dirname, `generated/${name}.js`),
  ]),
);
const resolve = Module._resolveFilename;
Module._resolveFilename = function (...request) {
  const found = resolve.apply(this, request);
  return OTHERS.get(found) ?? found;
};
