const [main, schema, forms, audit, columns, sql] = ["", "/schema", "/forms", "/audit", "/columns", "/sql"].map((entry) => require(`chuan-ngheo${entry}`));
const vectors = require("chuan-ngheo/vectors.json");

import("./answers.mjs").then(({ answers }) => console.log(JSON.stringify(answers({ main, schema, forms, audit, columns, sql }, vectors))));
