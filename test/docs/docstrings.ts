import ts from "typescript";

/** The names that a public entry re-exports, under which their files know them. */
export function reexported(entry: string): string[] {
  return parse(entry).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause)) return [];
    return statement.exportClause.elements.map(({ propertyName, name }) => (propertyName ?? name).text);
  });
}

/** The exports of a source without a docstring, and the members without one of those interfaces that are public. */
export function undocumented(source: string, isPublic: (name: string) => boolean): string[] {
  const missing: string[] = [];
  const check = (node: ts.Node, name: string): void => {
    const comments = ts.getLeadingCommentRanges(source, node.getFullStart()) ?? [];
    if (!comments.some(({ pos }) => source.startsWith("/**", pos))) missing.push(name);
  };
  for (const statement of parse(source).statements) {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    const [name = ""] = namesOf(statement);
    check(statement, name);
    if (!ts.isInterfaceDeclaration(statement) || !isPublic(name)) continue;
    for (const member of statement.members) check(member, `${name}.${member.name?.getText() ?? member.getText()}`);
  }
  return missing;
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
  return [(statement as ts.DeclarationStatement).name?.getText() ?? statement.getText()];
}

function parse(source: string): ts.SourceFile {
  return ts.createSourceFile("source.ts", source, ts.ScriptTarget.ES2022, true);
}
