/** The package's public face. */
export { Board } from './board.js';
