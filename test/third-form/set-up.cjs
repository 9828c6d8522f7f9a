const startDatabase = require('../src/support/start-database.cjs');
const makeCatalogue = require('./make-catalogue.cjs');

module.exports = async () => {
  makeCatalogue();
  await startDatabase();
};
