/** The project's own content, as its tools see it. */
import { join } from 'node:path';
import { openCatalogue } from '../../functions/catalogue/open.ts';
import { compiled } from '../../tools/compiled.ts';
import { PROJECT_ROOT, readContentFiles } from '../../tools/read-content.ts';

export const projectFiles = readContentFiles(join(PROJECT_ROOT, 'faq'));

/** The matcher that the project's content trains. */
export const projectMatcher = openCatalogue({ ...compiled(), version: 0 }).matcher;
