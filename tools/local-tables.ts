/** Names of the tables of a developer's machine. */
export const LOCAL_TABLES = { catalogue: 'simtolk-catalogue', activity: 'simtolk-activity' } as const;
