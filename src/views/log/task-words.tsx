import { Button } from '../../ui/button.tsx';
import type { Task } from './use-task.ts';

/** What a task says, and the way to stop it while it goes on. */
export const TaskWords = ({ task, class: name }: { task: Task; class?: string }) => (
  <div class={name}>
    <p role="status">{task.said}</p>
    {task.stop !== null && (
      <Button kind="text" small onClick={task.stop}>
        Stop
      </Button>
    )}
  </div>
);
