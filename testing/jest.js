module.exports = require('../build/lib/testing/jest');
