/** The mark: a SIM card that speaks. */
import { html } from 'lit-html';
import { MARK_PATH } from '../mark-path.ts';

/** Returns the mark; it is decoration, its name stands beside it. */
export const mark = () =>
  html`<svg part="mark" class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path class="card" d=${MARK_PATH}></path><path class="waves" d="M10 19.5v-3M15.5 19.5v-7M21 19.5v-11"></path></svg>`;
