import { remainder } from "../addition-check.js";
import { sentence } from "../audit-text.js";
import type { ClaimTable } from "../claim-table.js";
import type { Finding } from "../claims.js";

/**
 * What balances leave open whose terms the table does not print in full: "closes with −40 other".
 *
 * @param table - The table.
 */
export function balanceRemainders({ names, additions, numbers }: ClaimTable): readonly Finding[] {
  return additions.flatMap((claim): Finding[] => {
    const other = claim.complete ? 0n : remainder(claim, numbers);
    if (other === 0n) return [];
    const [sign, size] = other < 0n ? ["−", -other] : ["+", other];
    const closing = names[claim.total] ?? "";
    return [{
      code: "balance-remainder",
      severity: "note",
      claims: [claim.path],
      computed: Number(other),
      ...sentence(
        ({ count }) => `${closing} khớp khi có thêm ${sign}${count(size)} do các khoản khác mà bảng không in.`,
        ({ count }) => `${closing} closes with ${sign}${count(size)} from other changes, which the table does not print.`,
      ),
    }];
  });
}
