import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import { normalise } from '../normalise.ts';

/**
 * A dozen words or phrases a tag, as somebody would write them down after reading the codebook once.
 * A star stands for any ending.
 */
const KEYWORDS: Record<TagId, string> = {
  'shared-vision':
    'vision, mission, shared vision, portrait of a graduate, common purpose, shared purpose, strategic plan, north star, core values, guiding principles, common goal*, mission statement',
  'learning-core':
    'professional development, professional learning, learning organi*, core mission, teacher learning, instructional leadership, focus on learning, lifelong learners, learning community, student learning, coaching, learning goals',
  'growth-mindset':
    'growth mindset, mindset*, mistake*, failure*, fail, grit, resilien*, perseveran*, setback*, risk-taking, productive struggle, iterat*',
  'shared-responsibility':
    'collaborat*, partnership*, shared responsibility, transparen*, trust, distributed leadership, accountab*, teamwork, stakeholder*, community of practice, network*, together',
  'student-centered':
    'student-centered, student-centred, learner-centered, personali*, project-based, inquiry, interests, passion*, student choice, individual needs, curiosity, own pace',
  agency:
    'agency, student voice, ownership, self-directed, self-regulat*, learning to learn, lifelong learning, adaptab*, autonomy, independent learn*, empower*, choice',
  competencies:
    'competenc*, mastery, standards, assessment*, grading, grades, credential*, badge*, portfolio*, test scores, rubric*, outcomes',
  technology:
    'technolog*, laptop*, tablet*, ipad*, online, digital, software, device*, platform*, blended, edtech, internet',
  'social-justice':
    'equity, equitable, inclusion, inclusive, racis*, poverty, disabilit*, gender, low-income, discriminat*, opportunity gap*, marginali*',
  ai: 'ai, artificial intelligence, machine learning, algorithm*, chatbot*, chatgpt, robot*, automat*, generative, large language model*, neural network*, self-driving',
  jobs: 'jobs, career*, workforce, employ*, workplace, hiring, labor market, labour market, unemploy*, future of work, gig, occupation*',
  economy:
    'economy, economic*, market*, inequality, debt, recession, trade, industr*, funding, inflation, growth, business model*',
  'new-learning':
    'micro-credential*, mooc*, online learning, redesign*, reimagin*, future of education, future of school*, new model*, open education, personalized learning, transform*, reinvent*',
  society:
    'climate, demographic*, democracy, misinformation, privacy, surveillance, pandemic, immigra*, global*, aging, polari*, social media',
  culture:
    'school culture, culture, climate, morale, relationships, belonging, well-being, wellbeing, discipline, burnout, respect, behavior',
  'open-walled':
    'internship*, apprentice*, community, mentor*, museum*, librar*, makerspace*, service learning, field trip*, families, volunteer*, real-world',
  'over-control':
    'complian*, standardi*, mandate*, top-down, one-size-fits-all, seat time, bell schedule, high-stakes, testing, bureaucra*, surveillance, coverage',
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const patterns = TAG_IDS.map((tag) => ({
  tag,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${KEYWORDS[tag]
      .split(', ')
      .map((keyword) =>
        keyword.endsWith('*') ? `${escaped(keyword.slice(0, -1))}\\p{L}*` : escaped(keyword),
      )
      .join('|')})(?![\\p{L}\\p{N}])`,
    'u',
  ),
}));

/** The tags one of whose keywords stands in the text: what a list of words can do. */
export function keywordTags(text: string): TagId[] {
  const { text: folded } = normalise(text);
  return patterns.filter(({ pattern }) => pattern.test(folded)).map(({ tag }) => tag);
}
