import { caseStory } from './case.ts';
import { certificateStory } from './certificate.ts';
import { complaintStory } from './complaint.ts';
import { leagueTableStory } from './league-table.ts';
import { planStory } from './plan.ts';
import { type Stage, stageInProcess, stageKilledAtEachStep } from './stage.ts';

const stories: Record<string, (stage: Stage) => Promise<void>> = {
  'a case from a failed sample to the publication of its decision': caseStory,
  'a certificate that is suspended and restored': certificateStory,
  'a complaint that is answered': complaintStory,
  'a quarter’s plan that is drawn and done': planStory,
  'a league table of counties': leagueTableStory,
};
/** The run of the fault tests kills in all of them. */
const killed = Number(process.env.KILLED_TIMES ?? 1) > 1 ? Object.keys(stories) : ['a league table of counties'];

describe('the story of', function () {
  this.timeout(300_000);

  const told = async (story: (stage: Stage) => Promise<void>, open: () => Promise<Stage>) => {
    const stage = await open();
    try {
      await story(stage);
    } finally {
      await stage.end();
    }
  };

  for (const [name, story] of Object.entries(stories)) it(name, () => told(story, stageInProcess));

  for (const name of killed)
    it(`${name}, with a power cut at each step`, () =>
      told(stories[name] as (stage: Stage) => Promise<void>, stageKilledAtEachStep));
});
