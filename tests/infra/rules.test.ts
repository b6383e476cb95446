/** What stops a synth: the rules of cdk-nag, and the CDK's own check of the template. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { PROJECT_CONTEXT, stageApp } from './stage-template.ts';

const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';
const webAclArn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/Firewall/12345678-1234-1234-1234-123456789012';
const alarmEmail = 'someone@example.org';

describe('the rules', () => {
  it.each([
    { what: 'a stage as it comes', context: { stage: 'dev' } },
    { what: 'production with a firewall to be made', context: { stage: 'prod', alarmEmail, firewall: true } },
    {
      what: 'production on its own domain behind a firewall',
      context: { stage: 'prod', alarmEmail, domain: 'faq.example.org', certificateArn, webAclArn },
    },
  ])('let $what pass', ({ context }) => {
    expect(() => stageApp(context).synth()).not.toThrow();
  });

  it('have a written reason for each exception', () => {
    const recorded = stageApp({ stage: 'dev' })
      .node.findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.values(z.record(z.string(), z.string()).parse(data)));
    expect(recorded.length).toBeGreaterThan(10);
    for (const reason of recorded) expect(reason).toMatch(/^(\S+ ){5}/);
  });
});

/** An app with the project's rules and one resource. */
function appWith(add: (stack: Stack) => void): () => void {
  const outdir = mkdtempSync(join(tmpdir(), 'simtolk-rules-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const app = new App({ outdir, context: { ...PROJECT_CONTEXT } });
  add(new Stack(app, 'Test'));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return () => app.synth();
}

describe('a synth fails', () => {
  it('on a bucket that may be read without TLS', () => {
    expect(appWith((stack) => new Bucket(stack, 'Open'))).toThrow('does not require requests to use SSL');
  });

  it('on a property that CloudFormation does not know', () => {
    const wrong = (stack: Stack) =>
      new CfnResource(stack, 'Wrong', {
        type: 'AWS::SQS::Queue',
        properties: { VisibilityTimeoutt: 30 },
      });
    expect(appWith(wrong)).toThrow("'VisibilityTimeoutt' was unexpected");
  });
});
