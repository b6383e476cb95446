/** Loads with the test files what a text would load: which mutants a test covers must not depend on which test came first. */
import '../../functions/conversation/redact-numbered.ts';
