/**
 * Random households for the benchmarks, as parsed JSON: the shape in which a service or the command line meets them.
 *
 * @param count - How many.
 * @param missing - Share of the keys that are left out, 0 to 1; each household then has a shape of its own.
 */
export function parsedHouseholds(count, missing = 0) {
  const random = seeded(20231214);
  return Array.from({ length: count }, (_, index) => JSON.parse(JSON.stringify(thinned(household(index, random), missing, random))));
}

/**
 * The same number of households with a recorded flag for each indicator.
 *
 * @param count - How many.
 * @param indicators - Ids of the indicators.
 * @param missing - Share of the flags that are left out.
 */
export function parsedFlags(count, indicators, missing = 0) {
  const random = seeded(20221214);
  return Array.from({ length: count }, (_, index) =>
    JSON.parse(
      JSON.stringify({
        id: `h${index}`,
        residence: random() < 0.5 ? "rural" : "urban",
        monthlyIncomePerPersonVnd: 500_000 + Math.floor(random() * 3_000_000),
        deprivations: Object.fromEntries(indicators.flatMap((id) => (random() < missing ? [] : [[id, random() < 0.2]]))),
      }),
    ),
  );
}

/** A small random number generator (mulberry32), so that every run meets the same households. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function household(index, random) {
  const yes = (share) => random() < share;
  const one = (words) => words[Math.floor(random() * words.length)];
  const members = Array.from({ length: 3 + (index % 2) }, () => member(random));
  return {
    id: `h${index}`,
    residence: yes(0.5) ? "rural" : "urban",
    annualIncomeVnd: Math.floor(random() * 160_000_000),
    floorAreaM2: 15 + Math.floor(random() * 600) / 10,
    wallDurable: yes(0.8),
    pillarDurable: yes(0.8),
    roofDurable: yes(0.8),
    waterSource: one(["tap", "drilled-well", "rainwater", "unprotected-well", "surface-water"]),
    toiletType: one(["septic", "pour-flush", "double-vault", "open-pit", "none"]),
    hasTelevision: yes(0.7),
    hasRadio: yes(0.1),
    hasDesktopComputer: yes(0.1),
    hasTelephone: yes(0.3),
    hasLaptop: yes(0.2),
    hasTablet: yes(0.1),
    hasSmartphone: yes(0.6),
    members,
  };
}

function member(random) {
  const yes = (share) => random() < share;
  const year = 1945 + Math.floor(random() * 78);
  const age = 2023 - year;
  const two = (number) => String(number).padStart(2, "0");
  const attending = age < 3 || age > 22 ? "none" : age < 6 ? "preschool" : age < 12 ? "primary" : age < 16 ? "lower-secondary" : "upper-secondary";
  return {
    bornOn: `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`,
    jobless: age > 15 && yes(0.05),
    wageWorkWithoutContract: age > 15 && yes(0.1),
    monthlySocialAllowance: age > 79 ? "elderly" : "none",
    stunted: age < 16 && yes(0.1),
    underweight: age < 16 && yes(0.1),
    hasHealthInsurance: yes(0.9),
    attending: yes(0.95) ? attending : "none",
    completed: age < 12 ? "none" : age < 16 ? "primary" : yes(0.8) ? "upper-secondary" : "lower-secondary",
    certifiedOnTheJobTraining: false,
    usesInternet: age > 8 && yes(0.7),
  };
}

/** The record with some of its optional keys left out. */
function thinned(record, share, random) {
  if (share === 0) return record;
  const kept = (object) => Object.fromEntries(Object.entries(object).filter(([key]) => ["id", "residence", "members"].includes(key) || random() >= share));
  return { ...kept(record), members: record.members.map(kept) };
}
