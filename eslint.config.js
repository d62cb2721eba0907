// What the code may not do, checked by syntax alone so that it stays fast (types are TypeScript's own check).
import reactHooks from "eslint-plugin-react-hooks"
import tseslint from "typescript-eslint"

const sqlTags = 'TaggedTemplateExpression[tag.name="sql"], TaggedTemplateExpression[tag.object.name="sql"]'
const bans = [
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: "React escapes text; nothing here needs raw markup." },
  { selector: 'Property[key.name="dangerouslySetInnerHTML"]', message: "React escapes text; nothing here needs raw markup." },
  { selector: 'MemberExpression[object.name="sql"][property.name=/^(raw|lit)$/]', message: "Values go in as parameters, never as text." },
  { selector: 'CallExpression[callee.object.name="sql"][callee.property.name=/^(ref|table|id)$/]:not([arguments.0.type="Literal"])', message: "Names of tables and columns are constants." },
  { selector: 'MemberExpression[object.name=/^(vi|vitest)$/][property.name=/^(mock|doMock|stubGlobal)$/]', message: "Tests run against the real thing, or hand in a part." },
  { selector: 'CallExpression[callee.property.name="formData"]', message: "Read forms through submit(), or safeFormData()." },
  { selector: 'ExportAllDeclaration', message: "No barrels: import from the file that owns it." },
  { selector: 'Literal[value=/^\\s*ilike$/i]', message: "Search goes over the folded key (core/fold.ts)." },
  { selector: 'CallExpression[callee.property.name="orderBy"] > Literal[value=/(^|\\.)name$/]', message: "Order by sort_key, id." },
]
const inSql = [
  { pattern: "\\\\bnow\\\\s*\\\\(|\\\\bcurrent_(date|time|timestamp)\\\\b|\\\\b(clock|statement|transaction)_timestamp\\\\b|\\\\blocaltime", message: "Time is handed in by the door." },
  { pattern: "\\\\bilike\\\\b", message: "Search goes over the folded key (core/fold.ts)." },
  { pattern: "order by\\\\s+(\\\\w+\\\\.)?name\\\\b", message: "Order by sort_key, id." },
].map(({ pattern, message }) => ({
  selector: sqlTags.split(", ").map((tag) => `${tag} TemplateElement[value.raw=/${pattern.replaceAll("\\\\", "\\")}/i]`).join(", "),
  message,
}))

export default tseslint.config(
  { ignores: ["build/**", "node_modules/**", "data/**", ".cache/**", "test-results/**", "playwright-report/**"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.base],
    plugins: { "react-hooks": reactHooks },
    linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true },
    rules: {
      "no-console": "error",
      "no-debugger": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      "no-empty": "error",
      "no-restricted-syntax": ["error", ...bans, ...inSql],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "hack"], location: "start" }],
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
    },
  },
  {
    files: ["app/**/*.tsx"],
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    // the one reader of forms
    files: ["app/core/safe-form.ts"],
    rules: { "no-restricted-syntax": ["error", ...bans.filter(({ selector }) => !selector.includes("formData")), ...inSql] },
  },
  // Kysely's own table of migrations is ordered by their names
  { files: ["db/migrate.ts"], rules: { "no-restricted-syntax": ["error", ...bans, ...inSql.filter(({ message }) => !message.includes("sort_key"))] } },
  { files: ["tests/**", "*.ts"], rules: { "no-restricted-syntax": ["error", ...bans.filter(({ selector }) => !/formData|orderBy/.test(selector))] } },
  // the one counts what is said on the console; the other runs inside the page
  { files: ["tests/support/no-console.ts", "tests/support/planner-page.ts"], rules: { "no-console": "off" } },
)
