// What a view gives: a title, and what stands in the page.

import type { Child } from "./dom";
import type { Place } from "./router";

export interface Shown {
  title: string;
  content: Child[];
  /** Whether the view needs the whole width. */
  broad?: boolean;
  /** What is to be done once it stands in the page. */
  after?: () => void;
}

export type View = (place: Place) => Promise<Shown>;
