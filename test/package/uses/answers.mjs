// What the installed package says, asked alike in every runtime; nothing here is Node's.

/** The ids of the conformance vectors that are answered wrongly. */
export function wrongVectors({ classify, classifyDeprivations, classifyPoints, standardById }, { cases }) {
  const answer = ({ kind, standard: id, input, on, expected }) => {
    const standard = standardById(id);
    try {
      const result =
        kind === "facts" ? classify(input, on === undefined ? { standard } : { standard, on })
        : kind === "deprivations" ? classifyDeprivations(input, { standard })
        : classifyPoints(input, { standard });
      return Object.keys(expected).map((key) => result[key]);
    } catch (error) {
      // A path that the vector does not name is not compared.
      return [expected.error?.path === undefined ? { code: error.code } : { code: error.code, path: error.path }];
    }
  };
  return cases.filter((each) => JSON.stringify(answer(each)) !== JSON.stringify(Object.values(each.expected))).map(({ id }) => id);
}

/** An answer of each of the other entries; all work with a standard of the main one. */
export function otherAnswers({ main, schema, forms, audit, columns, sql }) {
  const standard = main.standardById("vn/decree-07-2021");
  const oneHousehold = {
    residence: Uint8Array.of(0),
    monthlyIncomePerPersonVnd: Float64Array.of(1_500_000),
    deprived: Uint16Array.of(0b111),
    unknown: Uint16Array.of(0),
  };
  const areas = [{ code: "42", name: "Hà Tĩnh", level: "province" }];
  const [rates] = main.areaRates([{ areaCode: "42", class: "poor" }], { areas, residents: [{ areaCode: "42", households: 3 }] });
  const shares = [["poor", "1.22"], ["near", "1.78"]].map(([part, printed]) => ({ part, whole: "residents", printed }));
  return {
    schema: schema.householdSchema().safeParse({ residence: "suburb" }).success,
    forms: forms.printedAreaRates(rates).rates.poorHouseholds.low,
    audit: audit.auditClaims({ values: { poor: 377, near: 549 }, shares }).implied.residents,
    columns: columns.classOfCode(columns.classifyColumns(oneHousehold, { standard })[0]),
    sql: sql.toSql(standard, { dialect: "duckdb", on: "2023-12-14" }).includes("DATE"),
    error: thrown(() => main.standardById("vn/decree-8-2021")),
    recognised: thrown(() => sql.toSql(standard, { dialect: "oracle", on: "2023-12-14" }), main.isPovertyStandardError),
  };
}

/** What a guard of another entry says of the error, or its code. */
function thrown(run, says = ({ code }) => code) {
  try {
    run();
  } catch (error) {
    return says(error);
  }
  return null;
}

/** All of it. */
export function answers(entries, vectors) {
  return { cases: vectors.cases.length, wrong: wrongVectors(entries.main, vectors), ...otherAnswers(entries) };
}
