/** The smoke run against moto: what of the template it deploys, and what it says where moto is absent. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { modelledTemplate } from '../../tools/moto/modelled-template.ts';
import { isMotoThere } from '../../tools/moto/moto-server.ts';
import { stageTemplate } from './stage-template.ts';

const written = stageTemplate({ stage: 'dev', alarmEmail: 'someone@example.org' }).toJSON();
const { template, kept, leftOut } = modelledTemplate(written);
const { Resources } = template as { Resources: Record<string, { Type: string }> };

describe('the part of the template that is deployed to moto', () => {
  it('has tables, functions, topics and the API', () => {
    const counts = (type: string) => kept.filter((each) => each === type).length;
    expect(counts('AWS::DynamoDB::Table')).toBe(2);
    expect(counts('AWS::Lambda::Function')).toBe(4);
    expect(counts('AWS::SNS::Topic')).toBe(2);
    expect(counts('AWS::ApiGatewayV2::Api')).toBe(1);
  });

  it('refers to nothing that was left out', () => {
    const text = JSON.stringify(template);
    const gone = Object.keys(written.Resources).filter((name) => !(name in Resources));
    expect(gone.length).toBeGreaterThan(10);
    for (const name of gone) expect(text).not.toContain(`"${name}"`);
  });

  it('and what was left out are the whole', () => {
    const left = [...leftOut.values()].reduce((sum, count) => sum + count, 0);
    expect(kept.length + left).toBe(Object.keys(written.Resources).length);
  });
});

describe('a machine without moto', () => {
  it('is told that nothing was deployed', () => {
    const node = process.execPath;
    const said = execFileSync(node, ['--import', 'tsx', 'tools/smoke-moto.ts'], { env: { PATH: '/nowhere' } });
    expect(String(said)).toMatch(/^Nothing was deployed: moto_server is not on this machine/);
  });

  it('is known by its path', () => {
    expect(isMotoThere('/nowhere')).toBe(false);
  });
});
