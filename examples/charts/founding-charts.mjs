import { areaRates, classify } from "chuan-ngheo";
import { deprivationProfileChart } from "./deprivation-profile.mjs";
import { movementFlowChart } from "./movement-flow.mjs";
import { planeChart } from "./plane.mjs";
import { ratesByWardChart } from "./rates-by-ward.mjs";

const subtitles = {
  vi: {
    year: "Thành phố Hà Tĩnh, cuối năm 2023 – dữ liệu mô phỏng", years: "Thành phố Hà Tĩnh, cuối năm 2022 đến cuối năm 2023 – dữ liệu mô phỏng",
    open: "Thành phố Hà Tĩnh, nếu chưa hỏi nguồn nước của hộ nào – dữ liệu mô phỏng",
  },
  en: {
    year: "Hà Tĩnh city, end of 2023 – synthetic data", years: "Hà Tĩnh city, end of 2022 to end of 2023 – synthetic data",
    open: "Hà Tĩnh city, if no household had been asked for its water – synthetic data",
  },
};

/**
 * The charts of the founding case by file name, in both languages.
 *
 * @param city - From `readCity`.
 * @param results - From `cityResults`.
 */
export function foundingCharts(city, { standard, classified, rates, deprivations, movements }) {
  const open = ratesWithoutWater(city, standard).map((row, index) => ({ ...row, name: rates[index].name }));
  const inLanguage = (locale) => {
    const { year, years, open: asked } = subtitles[locale];
    return {
      ...Object.fromEntries(["urban", "rural"].map((residence) => [`plane-${residence}`, planeChart(standard, classified, { residence, subtitle: year, locale })])),
      "deprivation-profile": deprivationProfileChart(standard, deprivations, { subtitle: year, locale }),
      "rates-by-ward": ratesByWardChart(rates, { subtitle: year, locale }),
      "rates-by-ward-open": ratesByWardChart(open, { subtitle: asked, locale }),
      "movement-flow": movementFlowChart(movements, { subtitle: years, locale }),
    };
  };
  return Object.fromEntries(["vi", "en"].flatMap((locale) => Object.entries(inLanguage(locale)).map(([name, svg]) => [`${name}.${locale}.svg`, svg])));
}

/** The rates while the source of water is not known of any household: ranges, since many classes are open. */
function ratesWithoutWater({ households, areas, residents }, standard) {
  const counted = households.map((household) => {
    const { class: found, possible } = classify({ ...household, waterSource: null }, { standard });
    return { id: household.id, areaCode: household.areaCode, persons: household.persons, class: found, possible };
  });
  return areaRates(counted, { areas, residents });
}
