/**
 * What Báo Hà Tĩnh printed for the city at the end of 2023, quoting the city's vice chairman, and what follows from it.
 * Nothing else about the city is known here: every other number of this example is synthetic.
 */

/** Printed counts and rates (percent, as text: the number of decimals is part of the claim). */
export const published = {
  poor: { households: 377, persons: 943, rate: "1.22" },
  nearPoor: { households: 549, persons: 1829, rate: "1.78" },
};

/**
 * The resident households that both printed rates allow, both ends included. As shares of persons no total fits both
 * rates, so they are rates of households.
 */
export const impliedHouseholds = { low: 30_776, high: 30_929 };

/**
 * The same figures as claims for an audit. The article does not say what the rates are shares of, so that each may be
 * read in two ways; the total is not printed.
 */
export const publishedClaims = {
  id: "Hà Tĩnh 2023",
  area: "Thành phố Hà Tĩnh",
  period: "2023",
  source: "Báo Hà Tĩnh",
  values: {
    "hộ nghèo": published.poor.households,
    "hộ nghèo: nhân khẩu": published.poor.persons,
    "hộ cận nghèo": published.nearPoor.households,
    "hộ cận nghèo: nhân khẩu": published.nearPoor.persons,
  },
  shares: [
    { part: ["hộ nghèo", "hộ nghèo: nhân khẩu"], whole: "tổng số", printed: published.poor.rate },
    { part: ["hộ cận nghèo", "hộ cận nghèo: nhân khẩu"], whole: "tổng số", printed: published.nearPoor.rate },
  ],
};

/** The last day of the period that the figures speak of. */
export const reportedOn = "2023-12-31";

export const source = {
  vi: "Báo Hà Tĩnh, dẫn lời Phó Chủ tịch Ủy ban nhân dân thành phố",
  en: "Báo Hà Tĩnh, quoting the city's vice chairman",
};

/** How a number came to be; every table and picture says which. */
export const statuses = {
  published: { vi: "công bố", en: "published" },
  implied: { vi: "suy ra", en: "implied" },
  synthetic: { vi: "dữ liệu mô phỏng", en: "synthetic data" },
};
