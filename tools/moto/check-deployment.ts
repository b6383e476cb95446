/** Looks at what was deployed, and uses its tables as the service does. */
import { DescribeTableCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { rank } from '../../functions/matching/matcher.ts';
import { activityStores, DEFAULT_KEEP_DAYS } from '../../functions/store/activity-stores.ts';
import { catalogueCache } from '../../functions/store/catalogue-cache.ts';
import { FOR_PUBLISHING, openDatabase } from '../../functions/store/dynamo.ts';
import { publish } from '../../functions/store/publish.ts';
import { compiled, readSources } from '../compiled.ts';

interface Environment {
  readonly AWS_ENDPOINT_URL: string;
  readonly AWS_REGION: string;
  readonly AWS_ACCESS_KEY_ID: string;
  readonly AWS_SECRET_ACCESS_KEY: string;
}

const OUR_RUNTIME = 'nodejs24.x';

/** Returns what was found, a line each. Throws when something is not as it has to be. */
export async function checkDeployment(environment: Environment): Promise<readonly string[]> {
  const client = {
    endpoint: environment.AWS_ENDPOINT_URL,
    region: environment.AWS_REGION,
    credentials: { accessKeyId: environment.AWS_ACCESS_KEY_ID, secretAccessKey: environment.AWS_SECRET_ACCESS_KEY },
  };
  // The service's own client, which finds moto by the environment as it finds AWS.
  Object.assign(process.env, environment);
  const database = openDatabase(undefined, FOR_PUBLISHING);
  const { TableNames = [] } = await database.send(new ListTablesCommand({}));
  const named = (part: string) => TableNames.find((name) => name.includes(part)) ?? part;
  const [catalogueTable, activityTable] = [named('TablesCatalogue'), named('TablesActivity')];
  for (const TableName of [catalogueTable, activityTable]) {
    const { Table } = await database.send(new DescribeTableCommand({ TableName }));
    mustHold(Table?.BillingModeSummary?.BillingMode === 'PAY_PER_REQUEST', `${TableName} charges for requests only`);
  }
  const { Functions = [] } = await new LambdaClient(client).send(new ListFunctionsCommand({}));
  const ours = Functions.filter(({ Runtime }) => Runtime === OUR_RUNTIME);
  mustHold(ours.length === 4, `there are four functions of ours, not ${ours.length}`);
  mustHold(
    ours.every(({ CodeSize = 0 }) => CodeSize > 10_000),
    'each function has its code',
  );
  const published = await publish(database, catalogueTable, {
    hash: readSources().hash,
    compile: () => compiled(),
    publishedAt: new Date().toISOString(),
  });
  const cache = catalogueCache({ database, table: catalogueTable, now: Date.now, log: () => undefined });
  const { matcher } = await cache.current();
  const [best] = rank('where do I find my puk code', 'en', matcher).entries;
  mustHold(best?.id === 'pin-puk', 'a question finds its entry');
  await countOnce({ database, table: activityTable });
  return [
    `Tables ${catalogueTable} and ${activityTable} are there.`,
    ...ours.map(({ FunctionName, CodeSize }) => `Function ${FunctionName} has ${CodeSize} bytes of code.`),
    `Version ${published.version} of the catalogue was published; a question finds ${best?.id}.`,
  ];
}

async function countOnce(options: Pick<Parameters<typeof activityStores>[0], 'database' | 'table'>): Promise<void> {
  const { insights } = activityStores({ ...options, ...DEFAULT_KEEP_DAYS, now: () => new Date() });
  const day = new Date().toISOString().slice(0, 10);
  await insights.count(day, 'smoke', [{ row: 'LOCALE#en', by: { answer: 1 } }]);
  const [counts] = await insights.readDays([day]);
  mustHold(counts?.rows.get('LOCALE#en')?.answer === 1, 'what is counted is read again');
}

function mustHold(holds: boolean, claim: string): void {
  if (!holds) throw new Error(`This does not hold: ${claim}.`);
}
