/** SQL files are imported as text, both by the bundler and in tests. */
declare module '*.sql' {
  const text: string;
  export default text;
}
