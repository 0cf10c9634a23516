import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const noClockNorChance = [
  { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
  { object: 'Math', property: 'random', message: 'Chance comes in as an argument.' },
]

const oneNumberFormat = {
  selector: 'MemberExpression[object.name="Intl"][property.name="NumberFormat"]',
  message: 'Numbers are written by src-domain/i18n/number-format.ts, which knows no minus nothing.',
}

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'out',
      'dist',
      '.cache',
      '.constat',
      'test-results',
      '**/*.mjs',
      '**/*.cjs',
      'eslint.config.js',
      'scripts/runtime/default-app.js',
      '*.config.ts',
      '**/*.d.mts',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['src-*/**'], rules: { 'no-restricted-syntax': ['error', oneNumberFormat] } },
  {
    files: ['src-domain/**'],
    rules: {
      'no-restricted-properties': ['error', ...noClockNorChance],
      'no-restricted-syntax': [
        'error',
        oneNumberFormat,
        { selector: 'Program > VariableDeclaration[kind="let"]', message: 'No state in the cellar.' },
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Time comes in as an argument.',
        },
      ],
    },
  },
  {
    files: ['src-renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  { files: ['src-domain/i18n/number-format.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src-central/**', 'scripts/**', 'test/**', 'src-main/**'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
