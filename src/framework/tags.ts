import { TAG_IDS, type TagId } from './tag-ids.ts';
import { type TagName, tagName } from './tag-names.ts';

/** One of the 17 ideas an article is read for. */
export interface Tag extends TagName {
  /** One sentence: what a passage with this tag is about. */
  meaning: string;
  /** Open questions to put to a clipping with this tag, for somebody who leads a school. */
  questions: readonly [string, string, ...string[]];
}

const words: Readonly<Record<TagId, Pick<Tag, 'meaning' | 'questions'>>> = {
  'shared-vision': {
    meaning: 'A purpose that a whole community makes, owns and is stretched by, or the lack of one.',
    questions: [
      'Who in your building could say your vision without looking it up, and in whose words?',
      'Which decision of the last month would have gone another way if the vision had decided it?',
      'Who had no part in writing your vision, and what would they change in it?',
    ],
  },
  'learning-core': {
    meaning:
      'What is learned, by students and adults, as the thing that time, money and roles are built around.',
    questions: [
      'Which part of your timetable exists for learning, and which part because it has always been there?',
      'What did the adults in your school learn this term, and how do you know?',
      'If a visitor could ask only about learning, not teaching, what would you show them?',
    ],
  },
  'growth-mindset': {
    meaning: 'Failure, risk, feedback and revision as the way people get better at something.',
    questions: [
      'Which failure of yours has your team heard you talk about, and what came of it?',
      'Where in your school does a first draft count for nothing, and where is it where the work begins?',
      'What would you try next month if it were allowed to go wrong?',
    ],
  },
  'shared-responsibility': {
    meaning: 'People who build success together: open decisions, shared leadership, partnerships, trust.',
    questions: [
      'Which decision do you still make alone that others could make with you?',
      'What do you know about how the school is doing that your teachers and families do not?',
      'Whose success in your school depends on someone they never meet?',
    ],
  },
  'student-centered': {
    meaning: 'Learning that starts from the learner: questions, interests, identity, needs and pace.',
    questions: [
      'What did a student ask this week that changed what was taught?',
      'Take one student you know well: which hour of their day was made with them in mind?',
      'What would your students keep, if they could keep one thing of school?',
    ],
  },
  agency: {
    meaning: 'Learners who own and direct their learning, and a success that is more than scores.',
    questions: [
      'Where in the week does a student decide something that matters and live with the result?',
      'What will your graduates do when nobody tells them what to learn next?',
      'Which choice could you hand to students by the end of this month?',
    ],
  },
  competencies: {
    meaning: 'What learners are to be able to do, what counts as evidence of it, and how progress is judged.',
    questions: [
      'What can a student of yours do well that no mark of yours shows?',
      'Which grade in your school says most about time served, and least about learning?',
      'What evidence of learning would you accept from outside the classroom?',
    ],
  },
  technology: {
    meaning: 'Devices, platforms and data where they help learning or stand in its way.',
    questions: [
      'Which tool lets a student of yours do something that was not possible without it?',
      'Which tool would no learner miss if it were gone on Monday?',
      'Who decides what your software knows about a child, and who looks at it?',
    ],
  },
  'social-justice': {
    meaning: 'Who gets to learn what: access, inclusion, rights, belonging and the gaps between groups.',
    questions: [
      'Which students would read this passage and say: that is not my school?',
      'Which of your rules costs some families more than others?',
      'Whose absence from a course, a club or a meeting have you stopped noticing?',
    ],
  },
  ai: {
    meaning: 'Machines that learn, decide, write or move by themselves, and what they change.',
    questions: [
      'Which task in your school would you never hand to a machine, and why that one?',
      'What must a student understand of such a machine to argue with its answer?',
      'Who of your students uses it to think, and who to be spared thinking?',
    ],
  },
  jobs: {
    meaning: 'Work that comes, goes or changes, and what people need to be ready for it.',
    questions: [
      'Which course of yours prepares for work that is going away?',
      'Who in your community could tell your students what their work will be in ten years?',
      'What would your school do differently if no job were safe for longer than five years?',
    ],
  },
  economy: {
    meaning: 'Growth, trade, cost, debt and inequality as forces on people and on schools.',
    questions: [
      'Which change in your town’s economy will reach your classrooms first?',
      'Which family budget has your school made harder this year?',
      'What would you stop paying for so that something for the long term can start?',
    ],
  },
  'new-learning': {
    meaning: 'How schools, teaching and universities are being made anew, or will have to be.',
    questions: [
      'What part of this could be tried by one team, for six weeks, with what you have?',
      'What would a teacher have to stop doing to have room for this?',
      'If your school did not exist yet, would you build it like this?',
    ],
  },
  society: {
    meaning: 'Changes in people, climate, politics, information and cities that learners will live with.',
    questions: [
      'Which of these changes do your students already feel at home?',
      'Where in the curriculum would a student meet this, and in which year?',
      'What will the child who starts school this year need that today’s graduate did not?',
    ],
  },
  culture: {
    meaning: 'Climate, morale, trust, discipline and the leading of people from day to day.',
    questions: [
      'What is this culture for: which learning does it make possible?',
      'When did a good mood in the building last hide a hard question?',
      'Which relationship, if you mended it this month, would free the most learning?',
    ],
  },
  'open-walled': {
    meaning:
      'Learning beyond the classroom: with families, work places, mentors, museums and real audiences.',
    questions: [
      'Which place within two miles of your school could teach something you cannot?',
      'Who outside the school saw a student’s work this term, and answered it?',
      'What would have to be true for learning done elsewhere to count here?',
    ],
  },
  'over-control': {
    meaning:
      'An institution’s hold over learners and educators: mandates, bells, coverage, one size for all.',
    questions: [
      'Which of your rules protects learning, and which protects the institution?',
      'What do you require of teachers that you would not defend before a parent?',
      'Which control could you drop for a month to see what happens?',
    ],
  },
};

/** The tag with this id. */
export const tagById = (id: TagId): Tag => ({ ...tagName(id), ...words[id] });

/** All 17 tags, in the codebook's order. */
export const TAGS: readonly Tag[] = TAG_IDS.map(tagById);
