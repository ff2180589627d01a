# Completion of workout in PowerShell, made by `workout completions powershell`.
# Nothing is started on TAB: the names of exercises are read from a file that workout keeps.

Register-ArgumentCompleter -Native -CommandName workout -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commands = @{
        '' = @{
            Commands = @(
                , @('log', 'Log sets of an exercise in today''s workout.')
                , @('start', 'Start a workout, which is open until you finish it.')
                , @('status', 'Show the open workout, and the rest that runs.')
                , @('finish', 'Finish the open workout.')
                , @('discard', 'Throw the open workout away, with all its sets.')
                , @('resume', 'Open a finished workout again.')
                , @('rest', 'Rest between two sets, and count down.')
                , @('prompt', 'Print the open workout in one line, for tmux or a shell''s prompt.')
                , @('today', 'Show what was logged today.')
                , @('show', 'Show a workout with all its sets.')
                , @('history', 'List workouts, the newest first.')
                , @('last', 'Show what you did the last times of an exercise.')
                , @('find', 'Find a text in names, notes and tags.')
                , @('calendar', 'Show the days on which you trained.')
                , @('edit', 'Change a workout in your editor, or one thing of it.')
                , @('rm', 'Take out sets, exercises or whole workouts.')
                , @('move', 'Move an exercise, a set or a workout.')
                , @('copy', 'Do a workout again: a new one with the same sets.')
                , @('note', 'Note something on a workout, an exercise or a set.')
                , @('tag', 'Tag a workout.')
                , @('superset', 'Make a superset of exercises, or split one.')
                , @('undo', 'Take back the last change, or several.')
                , @('redo', 'Make what was taken back again.')
                , @('body', 'What your body measures: weight, girths, and whatever you like.')
                , @('exercise', 'The exercises that you can log.')
                , @('import', 'Import the workouts of files that are not here yet.')
                , @('export', 'Write what you have to a file, for this program or for others.')
                , @('dump', 'Write the whole account, line by line, to be loaded again.')
                , @('load', 'Load a dump into a database that is empty.')
                , @('serve', 'Serve your workouts over HTTP, until Ctrl-C.')
                , @('config', 'See and change how the program is set up.')
                , @('sql', 'Answer a SELECT on your workouts; nothing can be changed.')
                , @('doctor', 'Look whether everything is as it should be; nothing is changed.')
                , @('backup', 'Put a copy of the database aside.')
                , @('restore', 'Put a copy in the place of the database.')
                , @('db', 'Keep the database.')
                , @('schema', 'Print the JSON Schema of an output.')
                , @('help', 'Explain a topic or a command.')
                , @('completions', 'Print the script that completes commands in a shell.')
            )
            Options = @(
                @{ Names = @('--version'); Value = 'flag'; Choices = @(); Help = 'Print the version.' }
                @{ Names = @('--spec'); Value = 'flag'; Choices = @(); Help = 'Print every command and option as JSON.' }
                @{ Names = @('--color'); Value = 'choice'; Choices = @('auto', 'always', 'never'); Help = 'When to colour.' }
                @{ Names = @('--debug'); Value = 'flag'; Choices = @(); Help = 'Show where an unexpected error came from.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'log' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--at'); Value = 'text'; Choices = @(); Help = 'When, as in 18:30 or ''yesterday 18:30''.' }
                @{ Names = @('--on'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'On which day, as in -2d.' }
                @{ Names = @('--in'); Value = 'choice'; Choices = @('last', 'open', 'today', 'yesterday'); Help = 'Into this workout: last, a day, an id.' }
                @{ Names = @('--unit'); Value = 'choice'; Choices = @('kg', 'lb'); Help = 'The unit of loads that are typed without one.' }
                @{ Names = @('--new'); Value = 'text'; Choices = @(); Help = 'Add this exercise; the line is its sets.' }
                @{ Names = @('--tracking'); Value = 'choice'; Choices = @('weight_reps', 'bodyweight_reps', 'reps', 'duration', 'weight_duration', 'distance', 'weight_distance'); Help = 'What is counted of a new one.' }
                @{ Names = @('--dry-run'); Value = 'flag'; Choices = @(); Help = 'Show how the line is read, and write nothing.' }
                @{ Names = @('--atomic'); Value = 'flag'; Choices = @(); Help = 'With -: log all of the lines, or none.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'An exercise and its sets, as in bench 100x5x3; - reads such lines.' }
            )
        }
        'start' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--at'); Value = 'text'; Choices = @(); Help = 'When it began, as in 18:30.' }
                @{ Names = @('--on'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'The day on which it began.' }
                @{ Names = @('--note'); Value = 'text'; Choices = @(); Help = 'A note on it.' }
                @{ Names = @('--tag'); Value = 'text'; Choices = @(); Help = 'A tag; may be repeated.' }
                @{ Names = @('--bodyweight'); Value = 'text'; Choices = @(); Help = 'What you weigh, as in 80kg.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'What to call it.' }
            )
        }
        'status' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'finish' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--at'); Value = 'text'; Choices = @(); Help = 'When it ended, if not now.' }
                @{ Names = @('--name'); Value = 'text'; Choices = @(); Help = 'What to call it.' }
                @{ Names = @('--note'); Value = 'text'; Choices = @(); Help = 'A note on it.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'discard' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'resume' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('last', 'open', 'today', 'yesterday'); Help = 'Which; the last one, unless a day or an id is said.' }
            )
        }
        'rest' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--background'); Value = 'flag'; Choices = @(); Help = 'Start it, and do not wait for its end.' }
                @{ Names = @('--no-bell'); Value = 'flag'; Choices = @(); Help = 'Do not ring at its end.' }
                @{ Names = @('--notify'); Value = 'flag'; Choices = @(); Help = 'Tell the desktop of its end, too.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = '90, 90s, 3m or 1:30; stop ends it.' }
            )
        }
        'prompt' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'today' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'show' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('last', 'open', 'today', 'yesterday'); Help = 'last, open, a day, a line of the last listing, or an id.' }
            )
        }
        'history' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--exercise'); Value = 'exercise'; Choices = @(); Help = 'With this exercise.' }
                @{ Names = @('--tag'); Value = 'text'; Choices = @(); Help = 'With this tag; may be repeated.' }
                @{ Names = @('--search'); Value = 'text'; Choices = @(); Help = 'A text in a name or in any note.' }
                @{ Names = @('--since'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'From this day on, as in 2026-11 or -2w.' }
                @{ Names = @('--until'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'Up to this day.' }
                @{ Names = @('--on'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'In these days, as in ''last week'' or A..B.' }
                @{ Names = @('--limit'); Value = 'number'; Choices = @(); Help = 'How many at most.' }
                @{ Names = @('--page'); Value = 'number'; Choices = @(); Help = 'Which page of as many.' }
                @{ Names = @('--all'); Value = 'flag'; Choices = @(); Help = 'All of them.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'last' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--count', '-n'); Value = 'number'; Choices = @(); Help = 'How many sessions.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'A name, an alias or a slug.' }
            )
        }
        'find' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--limit'); Value = 'number'; Choices = @(); Help = 'How many at most.' }
                @{ Names = @('--page'); Value = 'number'; Choices = @(); Help = 'Which page of as many.' }
                @{ Names = @('--all'); Value = 'flag'; Choices = @(); Help = 'All of them.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'As it was written.' }
            )
        }
        'calendar' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--since'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'From this day on.' }
                @{ Names = @('--by'); Value = 'choice'; Choices = @('sets', 'volume', 'minutes', 'workouts'); Help = 'What makes a day dark.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'A year; the last 53 weeks, unless given.' }
            )
        }
        'edit' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--in'); Value = 'choice'; Choices = @('last', 'open', 'today', 'yesterday'); Help = 'The workout in which the set is.' }
                @{ Names = @('--name'); Value = 'text'; Choices = @(); Help = 'What the workout is called.' }
                @{ Names = @('--at'); Value = 'text'; Choices = @(); Help = 'When it began; its end goes along.' }
                @{ Names = @('--on'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'On which day it was.' }
                @{ Names = @('--note'); Value = 'text'; Choices = @(); Help = 'What to remember of it.' }
                @{ Names = @('--tag'); Value = 'text'; Choices = @(); Help = 'A tag more; may be repeated.' }
                @{ Names = @('--untag'); Value = 'text'; Choices = @(); Help = 'A tag less; may be repeated.' }
                @{ Names = @('--bodyweight'); Value = 'text'; Choices = @(); Help = 'What you weighed, as 80kg.' }
                @{ Names = @('--text'); Value = 'text'; Choices = @(); Help = 'Apply this text; - is standard input.' }
                @{ Names = @('--print'); Value = 'flag'; Choices = @(); Help = 'Print the text, and change nothing.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'A workout, a day, or a set and what it says.' }
            )
        }
        'rm' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--in'); Value = 'choice'; Choices = @('last', 'open', 'today', 'yesterday'); Help = 'The workout in which they are.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'Sets, exercises or workouts: bench:3, bench, last.' }
            )
        }
        'move' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--to'); Value = 'text'; Choices = @(); Help = 'Into this workout, or to this day.' }
                @{ Names = @('--before'); Value = 'exercise'; Choices = @(); Help = 'Before this one.' }
                @{ Names = @('--after'); Value = 'exercise'; Choices = @(); Help = 'Behind this one.' }
                @{ Names = @('--first'); Value = 'flag'; Choices = @(); Help = 'To the beginning.' }
                @{ Names = @('--in'); Value = 'choice'; Choices = @('last', 'open', 'today', 'yesterday'); Help = 'The workout in which it is.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'An exercise, a set, or a workout.' }
            )
        }
        'copy' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--at'); Value = 'text'; Choices = @(); Help = 'When the copy was done; now, unless given.' }
                @{ Names = @('--on'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'On which day, at the same time of day.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('last', 'open', 'today', 'yesterday'); Help = 'last, open, a day, a line of the last listing, or an id.' }
            )
        }
        'note' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--of'); Value = 'exercise'; Choices = @(); Help = 'An exercise, a set or a workout it is about.' }
                @{ Names = @('--in'); Value = 'choice'; Choices = @('last', 'open', 'today', 'yesterday'); Help = 'The workout in which that is.' }
                @{ Names = @('--replace'); Value = 'flag'; Choices = @(); Help = 'In place of what was noted; '''' for nothing.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'What to remember.' }
            )
        }
        'tag' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--of'); Value = 'text'; Choices = @(); Help = 'The workout; the open one, unless given.' }
                @{ Names = @('--remove'); Value = 'flag'; Choices = @(); Help = 'Take the tags off.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'One word or more, quoted.' }
            )
        }
        'superset' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--split'); Value = 'flag'; Choices = @(); Help = 'Each by itself again.' }
                @{ Names = @('--in'); Value = 'choice'; Choices = @('last', 'open', 'today', 'yesterday'); Help = 'The workout in which they are.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'Two exercises or more, quoted.' }
            )
        }
        'undo' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--list'); Value = 'flag'; Choices = @(); Help = 'List the last changes, and take none back.' }
                @{ Names = @('--limit'); Value = 'number'; Choices = @(); Help = 'How many --list shows: 20.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'number'; Choices = @(); Help = 'How many changes; one.' }
            )
        }
        'redo' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'number'; Choices = @(); Help = 'How many changes.' }
            )
        }
        'body' = @{
            Commands = @(
                , @('log', 'Log a measurement of your body.')
                , @('history', 'List measurements, the newest first.')
                , @('latest', 'Show the last measurement of each type.')
                , @('edit', 'Change a measurement.')
                , @('rm', 'Take a measurement out.')
                , @('types', 'List what can be measured.')
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'body log' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--at'); Value = 'text'; Choices = @(); Help = 'When, as in 7:30 or ''yesterday 7:30''.' }
                @{ Names = @('--note'); Value = 'text'; Choices = @(); Help = 'What to remember of it.' }
                @{ Names = @('--new'); Value = 'flag'; Choices = @(); Help = 'Measure something that is not known here yet.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('weight', 'body_fat', 'fat_mass', 'lean_mass', 'muscle_mass', 'muscle_share', 'skeletal_muscle', 'skeletal_muscle_mass', 'bone_mass', 'bone_share', 'body_water', 'water_mass', 'protein', 'subcutaneous_fat', 'visceral_fat', 'bmi', 'bmr', 'metabolic_age', 'resting_hr', 'height', 'head', 'neck', 'shoulders', 'chest', 'waist', 'abdomen', 'hips', 'left_arm', 'right_arm', 'left_forearm', 'right_forearm', 'left_wrist', 'right_wrist', 'left_thigh', 'right_thigh', 'left_calf', 'right_calf', 'left_ankle', 'right_ankle'); Help = 'What and how much, as in weight 82.5kg.' }
            )
        }
        'body history' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--since'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'From this day on, as in 2026-11 or -2w.' }
                @{ Names = @('--until'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'Up to this day.' }
                @{ Names = @('--on'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'In these days, as in ''last week'' or A..B.' }
                @{ Names = @('--limit'); Value = 'number'; Choices = @(); Help = 'How many at most.' }
                @{ Names = @('--page'); Value = 'number'; Choices = @(); Help = 'Which page of as many.' }
                @{ Names = @('--all'); Value = 'flag'; Choices = @(); Help = 'All of them.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('weight', 'body_fat', 'fat_mass', 'lean_mass', 'muscle_mass', 'muscle_share', 'skeletal_muscle', 'skeletal_muscle_mass', 'bone_mass', 'bone_share', 'body_water', 'water_mass', 'protein', 'subcutaneous_fat', 'visceral_fat', 'bmi', 'bmr', 'metabolic_age', 'resting_hr', 'height', 'head', 'neck', 'shoulders', 'chest', 'waist', 'abdomen', 'hips', 'left_arm', 'right_arm', 'left_forearm', 'right_forearm', 'left_wrist', 'right_wrist', 'left_thigh', 'right_thigh', 'left_calf', 'right_calf', 'left_ankle', 'right_ankle'); Help = 'What is measured, as in weight or left arm.' }
            )
        }
        'body latest' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'body edit' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--at'); Value = 'text'; Choices = @(); Help = 'When it was measured.' }
                @{ Names = @('--note'); Value = 'text'; Choices = @(); Help = 'What to remember of it; '''' for nothing.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('last'); Help = 'last, an id, or a number: a line of the last list.' }
                @{ Value = 'text'; Choices = @(); Help = 'What it should be, as 82.4kg.' }
            )
        }
        'body rm' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('last'); Help = 'last, an id, or a number: a line of the last list.' }
            )
        }
        'body types' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'exercise' = @{
            Commands = @(
                , @('find', 'Find exercises by a part of a name, those that you do first.')
                , @('list', 'List exercises by name.')
                , @('show', 'Show an exercise, your settings of it and what you did with it.')
                , @('add', 'Add an exercise of your own.')
                , @('edit', 'Change an exercise for you: its name, its settings, its muscles.')
                , @('alias', 'Give an exercise more names.')
                , @('hide', 'Offer an exercise no more; its history stays.')
                , @('merge', 'Make an exercise, its history and its names part of another.')
                , @('rm', 'Remove an exercise of your own that no workout holds.')
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'exercise find' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--hidden'); Value = 'flag'; Choices = @(); Help = 'Find hidden exercises too.' }
                @{ Names = @('--limit'); Value = 'number'; Choices = @(); Help = 'How many at most.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'What you remember of its name.' }
            )
        }
        'exercise list' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--search'); Value = 'text'; Choices = @(); Help = 'A text in a name or an alias.' }
                @{ Names = @('--category'); Value = 'choice'; Choices = @('strength', 'cardio', 'stretching', 'plyometrics', 'olympic', 'strongman'); Help = 'What kind of training.' }
                @{ Names = @('--modality'); Value = 'choice'; Choices = @('barbell', 'ez_bar', 'trap_bar', 'dumbbell', 'kettlebell', 'cable', 'machine', 'smith_machine', 'plate', 'band', 'bodyweight', 'suspension', 'medicine_ball', 'sled', 'other'); Help = 'With what.' }
                @{ Names = @('--muscle'); Value = 'choice'; Choices = @('abdominals', 'obliques', 'chest', 'front_delts', 'side_delts', 'rear_delts', 'biceps', 'triceps', 'forearms', 'lats', 'upper_back', 'traps', 'lower_back', 'quads', 'hamstrings', 'glutes', 'adductors', 'abductors', 'calves', 'neck', 'full_body', 'cardio'); Help = 'Which muscle works.' }
                @{ Names = @('--own', '--catalogue'); Value = 'flag'; Choices = @(); Help = 'Yours, or the others.' }
                @{ Names = @('--starred'); Value = 'flag'; Choices = @(); Help = 'Only those with a star.' }
                @{ Names = @('--used'); Value = 'flag'; Choices = @(); Help = 'Only those that you have done.' }
                @{ Names = @('--hidden'); Value = 'flag'; Choices = @(); Help = 'Only those that are hidden.' }
                @{ Names = @('--limit'); Value = 'number'; Choices = @(); Help = 'How many at most.' }
                @{ Names = @('--page'); Value = 'number'; Choices = @(); Help = 'Which page of as many.' }
                @{ Names = @('--all'); Value = 'flag'; Choices = @(); Help = 'All of them, hidden ones too.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'exercise show' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'A name, an alias or a slug.' }
            )
        }
        'exercise add' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--alias'); Value = 'text'; Choices = @(); Help = 'Another name; may be repeated.' }
                @{ Names = @('--tracking'); Value = 'choice'; Choices = @('weight_reps', 'bodyweight_reps', 'reps', 'duration', 'weight_duration', 'distance', 'weight_distance'); Help = 'What is counted.' }
                @{ Names = @('--category'); Value = 'choice'; Choices = @('strength', 'cardio', 'stretching', 'plyometrics', 'olympic', 'strongman'); Help = 'What kind of training.' }
                @{ Names = @('--modality'); Value = 'choice'; Choices = @('barbell', 'ez_bar', 'trap_bar', 'dumbbell', 'kettlebell', 'cable', 'machine', 'smith_machine', 'plate', 'band', 'bodyweight', 'suspension', 'medicine_ball', 'sled', 'other'); Help = 'With what.' }
                @{ Names = @('--primary'); Value = 'choice'; Choices = @('abdominals', 'obliques', 'chest', 'front_delts', 'side_delts', 'rear_delts', 'biceps', 'triceps', 'forearms', 'lats', 'upper_back', 'traps', 'lower_back', 'quads', 'hamstrings', 'glutes', 'adductors', 'abductors', 'calves', 'neck', 'full_body', 'cardio'); Help = 'A muscle that works most.' }
                @{ Names = @('--secondary'); Value = 'choice'; Choices = @('abdominals', 'obliques', 'chest', 'front_delts', 'side_delts', 'rear_delts', 'biceps', 'triceps', 'forearms', 'lats', 'upper_back', 'traps', 'lower_back', 'quads', 'hamstrings', 'glutes', 'adductors', 'abductors', 'calves', 'neck', 'full_body', 'cardio'); Help = 'A muscle that helps.' }
                @{ Names = @('--unit'); Value = 'choice'; Choices = @('kg', 'lb'); Help = 'The unit of its loads.' }
                @{ Names = @('--note'); Value = 'text'; Choices = @(); Help = 'What to remember of it.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'What you call it.' }
            )
        }
        'exercise edit' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--name'); Value = 'text'; Choices = @(); Help = 'Another name; the old one stays an alias.' }
                @{ Names = @('--tracking'); Value = 'choice'; Choices = @('weight_reps', 'bodyweight_reps', 'reps', 'duration', 'weight_duration', 'distance', 'weight_distance'); Help = 'What is counted.' }
                @{ Names = @('--unit'); Value = 'text'; Choices = @(); Help = 'The unit of its loads.' }
                @{ Names = @('--increment'); Value = 'text'; Choices = @(); Help = 'The smallest step of its load.' }
                @{ Names = @('--rest'); Value = 'text'; Choices = @(); Help = 'The rest after a set.' }
                @{ Names = @('--bar'); Value = 'text'; Choices = @(); Help = 'What its bar weighs.' }
                @{ Names = @('--training-max'); Value = 'text'; Choices = @(); Help = 'What 85% is a share of.' }
                @{ Names = @('--since'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'The day from which that maximum holds.' }
                @{ Names = @('--primary'); Value = 'choice'; Choices = @('abdominals', 'obliques', 'chest', 'front_delts', 'side_delts', 'rear_delts', 'biceps', 'triceps', 'forearms', 'lats', 'upper_back', 'traps', 'lower_back', 'quads', 'hamstrings', 'glutes', 'adductors', 'abductors', 'calves', 'neck', 'full_body', 'cardio'); Help = 'A muscle that works most.' }
                @{ Names = @('--secondary'); Value = 'choice'; Choices = @('abdominals', 'obliques', 'chest', 'front_delts', 'side_delts', 'rear_delts', 'biceps', 'triceps', 'forearms', 'lats', 'upper_back', 'traps', 'lower_back', 'quads', 'hamstrings', 'glutes', 'adductors', 'abductors', 'calves', 'neck', 'full_body', 'cardio'); Help = 'A muscle that helps.' }
                @{ Names = @('--note'); Value = 'text'; Choices = @(); Help = 'What to remember of it.' }
                @{ Names = @('--star', '--no-star'); Value = 'flag'; Choices = @(); Help = 'List and complete it first.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'A name, an alias or a slug.' }
            )
        }
        'exercise alias' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--remove'); Value = 'flag'; Choices = @(); Help = 'Take them back instead.' }
                @{ Names = @('--move'); Value = 'flag'; Choices = @(); Help = 'Take them from the exercise that has them.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'A name, an alias or a slug.' }
                @{ Value = 'text'; Choices = @(); Help = 'Its other names.' }
            )
        }
        'exercise hide' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--show'); Value = 'flag'; Choices = @(); Help = 'Offer it again.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'A name, an alias or a slug.' }
            )
        }
        'exercise merge' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--dry-run'); Value = 'flag'; Choices = @(); Help = 'Say how much would move, and move nothing.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'The exercise that goes.' }
                @{ Value = 'exercise'; Choices = @(); Help = 'The exercise that stays.' }
            )
        }
        'exercise rm' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'A name, an alias or a slug.' }
            )
        }
        'import' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--format'); Value = 'text'; Choices = @(); Help = 'What it is; else it is recognised.' }
                @{ Names = @('--unit'); Value = 'choice'; Choices = @('kg', 'lb'); Help = 'The unit of loads for which the file names none.' }
                @{ Names = @('--distance-unit'); Value = 'choice'; Choices = @('m', 'km', 'mi', 'yd', 'ft'); Help = 'The same for distances.' }
                @{ Names = @('--timezone'); Value = 'text'; Choices = @(); Help = 'Where you trained; here, unless given.' }
                @{ Names = @('--date-order'); Value = 'choice'; Choices = @('dmy', 'mdy', 'ymd'); Help = 'How to read dates like 03/04/25.' }
                @{ Names = @('--map'); Value = 'text'; Choices = @(); Help = 'What an exercise is called here.' }
                @{ Names = @('--column'); Value = 'text'; Choices = @(); Help = 'A column of a table of your own.' }
                @{ Names = @('--update'); Value = 'flag'; Choices = @(); Help = 'Replace what differs in the file, unless you edited it.' }
                @{ Names = @('--dry-run'); Value = 'flag'; Choices = @(); Help = 'Show what would be added, and write nothing.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'Print a JSON document.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'file'; Choices = @(); Help = 'Exports of other apps; - is standard input.' }
            )
        }
        'export' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--format'); Value = 'choice'; Choices = @('json', 'csv', 'strong', 'strong-android', 'hevy', 'tcx', 'fit', 'ics', 'md', 'text'); Help = 'What to write; else what FILE ends in, or json.' }
                @{ Names = @('--since'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'From this day on.' }
                @{ Names = @('--until'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'Up to this day.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'Write to a file.' }
                @{ Names = @('--safe-cells'); Value = 'flag'; Choices = @(); Help = 'Disarm formulas in a table; it reads no longer back.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'dump' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'Write to a file.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('text', 'json'); Help = 'Text to read and grep, or JSON Lines.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'load' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--dry-run'); Value = 'flag'; Choices = @(); Help = 'Check the whole dump, count it, write nothing.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'file'; Choices = @(); Help = 'What workout dump wrote; - reads a pipe.' }
            )
        }
        'serve' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--host'); Value = 'text'; Choices = @(); Help = 'The address to listen on.' }
                @{ Names = @('--port'); Value = 'number'; Choices = @(); Help = 'The port; 0 takes a free one.' }
                @{ Names = @('--new-token'); Value = 'flag'; Choices = @(); Help = 'Make and print another token.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'config' = @{
            Commands = @(
                , @('path', 'Print where the configuration file is, or would be.')
                , @('list', 'List every setting and its value.')
                , @('get', 'Print the value of a setting; nothing where it has none.')
                , @('set', 'Write a setting into the configuration file.')
                , @('unset', 'Take a setting out of the configuration file.')
                , @('edit', 'Open the configuration file in your editor.')
                , @('validate', 'Look for mistakes in the configuration file.')
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'config path' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'config list' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--origin'); Value = 'flag'; Choices = @(); Help = 'Say also where each value comes from.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'config get' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('database_url', 'server_url', 'unit', 'timezone', 'color', 'backups', 'plates_kg', 'plates_lb'); Help = 'A setting, as in workout config list.' }
            )
        }
        'config set' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('database_url', 'server_url', 'unit', 'timezone', 'color', 'backups', 'plates_kg', 'plates_lb'); Help = 'A setting, as in workout config list.' }
                @{ Value = 'text'; Choices = @(); Help = 'What it shall be.' }
            )
        }
        'config unset' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('database_url', 'server_url', 'unit', 'timezone', 'color', 'backups', 'plates_kg', 'plates_lb'); Help = 'A setting, as in workout config list.' }
            )
        }
        'config edit' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'config validate' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'sql' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--views'); Value = 'flag'; Choices = @(); Help = 'List the views and their columns.' }
                @{ Names = @('--limit'); Value = 'number'; Choices = @(); Help = 'How many rows at most.' }
                @{ Names = @('--all'); Value = 'flag'; Choices = @(); Help = 'Every row.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'A SELECT on the views; - reads it.' }
            )
        }
        'doctor' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'backup' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'The same as FILE.' }
                @{ Names = @('--force'); Value = 'flag'; Choices = @(); Help = 'Replace the file if it is there already.' }
                @{ Names = @('--list'); Value = 'flag'; Choices = @(); Help = 'List the copies that are there, and make none.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print what was done.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'file'; Choices = @(); Help = 'Where to; the backups folder beside the database, unless given.' }
            )
        }
        'restore' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--yes', '-y'); Value = 'flag'; Choices = @(); Help = 'Do not ask.' }
                @{ Names = @('--dry-run'); Value = 'flag'; Choices = @(); Help = 'Check the copy, tell what it holds, do nothing.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('latest'); Help = 'A file, latest, or a number of workout backup --list.' }
            )
        }
        'db' = @{
            Commands = @(
                , @('migrate', 'Bring the database to this version; a file is copied first.')
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'db migrate' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'schema' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('ChangeCount', 'DayRead', 'DayTotals', 'DaysRead', 'DumpPartRead', 'DumpRows', 'DumpTables', 'DumpWorkouts', 'DumpedColumn', 'DumpedTable', 'Duplicate', 'ExecutionRead', 'ExecutionReadPage', 'ExerciseDetails', 'ExerciseFound', 'ExerciseFoundPage', 'ExerciseNames', 'ExerciseRead', 'ExerciseReadPage', 'ExerciseRef', 'ExerciseSessionRead', 'ExerciseSessionsRead', 'ExportRead', 'ExportedExercise', 'FoundRead', 'ImportRead', 'ImportRecord', 'LastTime', 'LatestRead', 'LogLinesRead', 'LogRead', 'LoggedEntry', 'LoggedLine', 'LoggedPlates', 'LoggedRecord', 'LoggedSet', 'LoggedWorkout', 'MeasurementRead', 'MeasurementReadPage', 'MeasurementTypeList', 'MeasurementTypeRead', 'MergeRead', 'NameList', 'OperationRead', 'OperationReadPage', 'RefusedLine', 'ReplayRead', 'RestRead', 'SearchRead', 'SessionRead', 'SetRead', 'SetReadPage', 'TrainingMaxRead', 'TrainingMaxReadPage', 'Unmatched', 'UnmatchedNames', 'WorkoutPage', 'WorkoutRead', 'WorkoutSummary', 'WorkoutSummaryPage', 'WorkoutText', 'WorkoutsRead'); Help = 'Of which output; all are listed without.' }
            )
        }
        'help' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('exit-codes', 'notation', 'dates', 'formats', 'imports', 'environment', 'log', 'start', 'status', 'finish', 'discard', 'resume', 'rest', 'prompt', 'today', 'show', 'history', 'last', 'find', 'calendar', 'edit', 'rm', 'move', 'copy', 'note', 'tag', 'superset', 'undo', 'redo', 'body', 'exercise', 'import', 'export', 'dump', 'load', 'serve', 'config', 'sql', 'doctor', 'backup', 'restore', 'db', 'schema', 'help', 'completions'); Help = 'exit-codes, notation, dates, formats, imports, environment, or a command.' }
            )
        }
        'completions' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('bash', 'zsh', 'fish', 'powershell'); Help = 'bash, zsh, fish or powershell.' }
            )
        }
    }

    function Read-WorkoutNames {
        $folders = @()
        if ($env:LOCALAPPDATA) { $folders += "$env:LOCALAPPDATA/workout/workout/Cache" }
        elseif ($env:XDG_CACHE_HOME) { $folders += "$env:XDG_CACHE_HOME/workout" }
        else { $folders += "$HOME/Library/Caches/workout", "$HOME/.cache/workout" }
        foreach ($folder in $folders) {
            $file = "$folder/exercises.txt"
            if ([IO.File]::Exists($file)) { return [IO.File]::ReadAllLines($file) }
        }
    }

    function Find-WorkoutOption($path, $name) {
        foreach ($option in $commands[$path].Options) {
            if ($option.Names -ccontains $name) { return $option }
        }
    }

    # The words before the cursor: the command, how many arguments it has, an option that waits for its value.
    $path = ''
    $count = 0
    $waiting = $null
    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete -ne '') { break }
        $word = $element.Extent.Text
        if ($waiting) { $waiting = $null; continue }
        if ($word.StartsWith('-')) {
            $option = Find-WorkoutOption $path $word
            if ($option -and $option.Value -ne 'flag') { $waiting = $option }
            continue
        }
        if ("$path $word" -eq 'log +') { $count = 0; continue }
        $longer = "$path $word".Trim()
        if ($count -eq 0 -and $commands.ContainsKey($longer)) { $path = $longer } else { $count += 1 }
    }

    $start = ''
    $typed = $wordToComplete
    if (-not $waiting -and $typed -match '^(--[^=]+)=(.*)$') {
        $waiting = Find-WorkoutOption $path $Matches[1]
        $start = $Matches[1] + '='
        $typed = $Matches[2]
    }

    $command = $commands[$path]
    $found = @()
    if ($waiting -or $start) {
        if ($waiting) { $found = @($waiting.Choices | ForEach-Object { , @($_, $waiting.Help) }) }
    } elseif ($typed.StartsWith('-')) {
        foreach ($option in $command.Options) {
            $found += @($option.Names | ForEach-Object { , @($_, $option.Help) })
        }
    } elseif ($command.Commands.Count -gt 0) {
        if ($count -eq 0) { $found = $command.Commands }
    } elseif ($count -lt $command.Arguments.Count) {
        $argument = $command.Arguments[$count]
        $values = if ($argument.Value -eq 'exercise') { Read-WorkoutNames } else { $argument.Choices }
        $found = @($values | ForEach-Object { , @($_, $argument.Help) })
    }
    foreach ($each in $found) {
        if (-not $each -or -not $each[0].StartsWith($typed)) { continue }
        $text = $start + $each[0]
        $help = if ($each[1]) { $each[1] } else { $each[0] }
        if ($text -match '[^\w.=-]') { $text = "'" + $text.Replace("'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($text, $each[0], 'ParameterValue', $help)
    }
}
