import { auditCommand } from "./audit-command.js";
import { classifyCommand } from "./classify-command.js";
import type { Command } from "./command.js";
import { compareCommand } from "./compare-command.js";
import { formsCommand } from "./forms-command.js";
import { movementsCommand } from "./movements-command.js";
import { newlyEscapedCommand } from "./newly-escaped-command.js";
import { ratesCommand } from "./rates-command.js";
import { sqlCommand } from "./sql-command.js";
import { standardsCommand } from "./standards-command.js";

/** The commands of the tool, one row each. */
export const commands: readonly Command[] = [auditCommand, classifyCommand, compareCommand, formsCommand, movementsCommand, newlyEscapedCommand, ratesCommand, sqlCommand, standardsCommand];
