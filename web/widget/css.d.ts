/** Style sheets are built into the script as text. */
declare module '*.css' {
  const css: string;
  export default css;
}
