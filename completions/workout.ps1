# Completion of workout in PowerShell, made by `workout completions powershell`.
# Nothing is started on TAB: the names of exercises are read from a file that workout keeps.

Register-ArgumentCompleter -Native -CommandName workout -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commands = @{
        '' = @{
            Commands = @(
                , @('tui', 'Train and look back on screens; `workout` alone does the same on a terminal.')
                , @('log', 'Log sets of an exercise in today''s workout.')
                , @('start', 'Start a workout, which is open until you finish it.')
                , @('status', 'Show the open workout, and the rest that runs.')
                , @('finish', 'Finish the open workout.')
                , @('discard', 'Throw the open workout away, with all its sets.')
                , @('resume', 'Open a finished workout again.')
                , @('rest', 'Rest between two sets, and count down.')
                , @('session', 'Go through the open workout set by set, line by line.')
                , @('prompt', 'Print the open workout in one line, for tmux or a shell''s prompt.')
                , @('today', 'Show what was logged today.')
                , @('show', 'Show a workout with all its sets.')
                , @('history', 'List workouts, the newest first.')
                , @('last', 'Show what you did the last times of an exercise.')
                , @('find', 'Find a text in names, notes and tags.')
                , @('calendar', 'Show the days on which you trained.')
                , @('chart', 'Draw how an exercise, or your body, has gone.')
                , @('records', 'Show personal records, the newest first.')
                , @('stats', 'Count what you did: of an exercise, in a week, in a year.')
                , @('compare', 'Compare two periods: what each came to, and each exercise in both.')
                , @('edit', 'Change a workout in your editor, or one thing of it.')
                , @('rm', 'Take out sets, exercises or whole workouts.')
                , @('move', 'Move an exercise, a set or a workout.')
                , @('copy', 'Do a workout again: a new one with the same sets.')
                , @('note', 'Note something on a workout, an exercise or a set.')
                , @('tag', 'Tag a workout.')
                , @('superset', 'Make a superset of exercises, or split one.')
                , @('attach', 'Attach files to a workout or to an exercise: photos, films, documents.')
                , @('undo', 'Take back the last change, or several.')
                , @('redo', 'Make what was taken back again.')
                , @('body', 'What your body measures: weight, girths, and whatever you like.')
                , @('calc', 'Work numbers out: maxima, scores, plates, paces.')
                , @('profile', 'What scores and advice need to know of you.')
                , @('gym', 'The gyms where you train, and what can be loaded there.')
                , @('exercise', 'The exercises that you can log.')
                , @('import', 'Import the workouts of files that are not here yet.')
                , @('export', 'Write what you have to a file, for this program or for others.')
                , @('dump', 'Write the whole account, line by line, to be loaded again.')
                , @('load', 'Load a dump, and its files, into an empty database.')
                , @('demo', 'Make up a year of training in a database of its own, to look at.')
                , @('serve', 'Serve your workouts over HTTP, until Ctrl-C.')
                , @('login', 'Log in to a workout server, which every command then works on.')
                , @('logout', 'Log out of a server; at once, for whoever may have copied the login.')
                , @('whoami', 'Show who you are where your workouts are.')
                , @('logins', 'Where you are logged in.')
                , @('token', 'Tokens for scripts and machines, which cannot log in.')
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
        'tui' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--web'); Value = 'flag'; Choices = @(); Help = 'In a browser of this machine, until Ctrl-C.' }
                @{ Names = @('--port'); Value = 'number'; Choices = @(); Help = 'With --web: the port on 127.0.0.1.' }
                @{ Names = @('--public-url'); Value = 'text'; Choices = @(); Help = 'With --web: the address of a proxy with a login.' }
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
        'session' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--plain'); Value = 'flag'; Choices = @(); Help = 'Line by line, as it is without: for scripts that say so.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
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
        'chart' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--since'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'From this day on; a year, unless given.' }
                @{ Names = @('--until'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'Up to this day.' }
                @{ Names = @('--on'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'In these days, as in 2026 or A..B.' }
                @{ Names = @('--unit'); Value = 'choice'; Choices = @('kg', 'lb'); Help = 'The unit of masses; that of your settings.' }
                @{ Names = @('--svg'); Value = 'file'; Choices = @(); Help = 'Draw it to a file, too.' }
                @{ Names = @('--png'); Value = 'file'; Choices = @(); Help = 'The same, in dots.' }
                @{ Names = @('--explain'); Value = 'flag'; Choices = @(); Help = 'Tell how the values are made, and of what.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'An exercise, then e1rm, volume, reps, weight, pace, distance or duration; or body, then what is measured: weight, unless said.' }
            )
        }
        'records' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--kind'); Value = 'choice'; Choices = @('max_weight', 'rep_pr', 'e1rm', 'set_volume', 'session_volume', 'longest_duration', 'longest_distance', 'fastest'); Help = 'Only of this kind, as in e1rm.' }
                @{ Names = @('--since'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'Only those made from this day on.' }
                @{ Names = @('--at'); Value = 'text'; Choices = @(); Help = 'Those that stood on a day.' }
                @{ Names = @('--standing'); Value = 'flag'; Choices = @(); Help = 'Only those that nothing has beaten since.' }
                @{ Names = @('--limit'); Value = 'number'; Choices = @(); Help = 'How many at most.' }
                @{ Names = @('--page'); Value = 'number'; Choices = @(); Help = 'Which page of as many.' }
                @{ Names = @('--all'); Value = 'flag'; Choices = @(); Help = 'All of them.' }
                @{ Names = @('--explain'); Value = 'flag'; Choices = @(); Help = 'Tell the rule and what counted.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'exercise'; Choices = @(); Help = 'A name, an alias or a slug; all, unless given.' }
            )
        }
        'stats' = @{
            Commands = @(
                , @('exercise', 'Show the trend of an exercise and its best sets.')
                , @('intensity', 'Show how heavy your sets of an exercise were.')
                , @('week', 'Show the hard sets of a week by muscle.')
                , @('year', 'Show what a year came to, and its exercises.')
                , @('streaks', 'Show the weeks in a row in which you trained.')
                , @('load', 'Show the load of your weeks: RPE times minutes.')
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'stats exercise' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--since'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'From this day on.' }
                @{ Names = @('--until'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'Up to this day.' }
                @{ Names = @('--by'); Value = 'choice'; Choices = @('week', 'month'); Help = 'By what the trend is summed up.' }
                @{ Names = @('--explain'); Value = 'flag'; Choices = @(); Help = 'Tell the rule and what counted.' }
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
        'stats intensity' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--since'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'From this day on.' }
                @{ Names = @('--until'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'Up to this day.' }
                @{ Names = @('--explain'); Value = 'flag'; Choices = @(); Help = 'Tell the rule and what counted.' }
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
        'stats week' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--explain'); Value = 'flag'; Choices = @(); Help = 'Tell the rule and what counted.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'A week or a day of it; this one, unless given.' }
            )
        }
        'stats year' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--explain'); Value = 'flag'; Choices = @(); Help = 'Tell the rule and what counted.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'number'; Choices = @(); Help = 'This year, unless given.' }
            )
        }
        'stats streaks' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--explain'); Value = 'flag'; Choices = @(); Help = 'Tell the rule and what counted.' }
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
        'stats load' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--since'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'From this day on.' }
                @{ Names = @('--until'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'Up to this day.' }
                @{ Names = @('--explain'); Value = 'flag'; Choices = @(); Help = 'Tell the rule and what counted.' }
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
        'compare' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--explain'); Value = 'flag'; Choices = @(); Help = 'Tell the rule and what counted.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'A period, as in 2025-Q4.' }
                @{ Value = 'text'; Choices = @(); Help = 'The period beside it.' }
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
        'attach' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--to'); Value = 'text'; Choices = @(); Help = 'The workout: the open or last, unless given.' }
                @{ Names = @('--exercise'); Value = 'text'; Choices = @(); Help = 'An exercise instead.' }
                @{ Names = @('--list'); Value = 'flag'; Choices = @(); Help = 'List what is attached.' }
                @{ Names = @('--get'); Value = 'text'; Choices = @(); Help = 'Fetch a file, by name or id.' }
                @{ Names = @('--remove'); Value = 'text'; Choices = @(); Help = 'Remove a file, by name or id.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'Where to fetch it to.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print what was done.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'What to attach; with --list, the workout.' }
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
                , @('trend', 'Show where a measurement is going, without its ups and downs.')
                , @('goal', 'Set a goal; off gives it up.')
                , @('goals', 'List your goals, how far you are, and the outlook.')
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
                @{ Names = @('--on'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'On which day, as in -2d.' }
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
        'body trend' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--since'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'From this day on, as in 2026 or -1y.' }
                @{ Names = @('--half-life'); Value = 'text'; Choices = @(); Help = 'After so many days one counts half.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('weight', 'body_fat', 'fat_mass', 'lean_mass', 'muscle_mass', 'muscle_share', 'skeletal_muscle', 'skeletal_muscle_mass', 'bone_mass', 'bone_share', 'body_water', 'water_mass', 'protein', 'subcutaneous_fat', 'visceral_fat', 'bmi', 'bmr', 'metabolic_age', 'resting_hr', 'height', 'head', 'neck', 'shoulders', 'chest', 'waist', 'abdomen', 'hips', 'left_arm', 'right_arm', 'left_forearm', 'right_forearm', 'left_wrist', 'right_wrist', 'left_thigh', 'right_thigh', 'left_calf', 'right_calf', 'left_ankle', 'right_ankle'); Help = 'What is measured; weight, unless given.' }
            )
        }
        'body goal' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--by'); Value = 'text'; Choices = @(); Help = 'By when.' }
                @{ Names = @('--since'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'When it began; today, else.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('weight', 'body_fat', 'fat_mass', 'lean_mass', 'muscle_mass', 'muscle_share', 'skeletal_muscle', 'skeletal_muscle_mass', 'bone_mass', 'bone_share', 'body_water', 'water_mass', 'protein', 'subcutaneous_fat', 'visceral_fat', 'bmi', 'bmr', 'metabolic_age', 'resting_hr', 'height', 'head', 'neck', 'shoulders', 'chest', 'waist', 'abdomen', 'hips', 'left_arm', 'right_arm', 'left_forearm', 'right_forearm', 'left_wrist', 'right_wrist', 'left_thigh', 'right_thigh', 'left_calf', 'right_calf', 'left_ankle', 'right_ankle'); Help = 'What and how much, as in weight 78kg; or off.' }
            )
        }
        'body goals' = @{
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
        'calc' = @{
            Commands = @(
                , @('1rm', 'Estimate the one-rep maximum of a set, or a set from a maximum.')
                , @('rpe', 'Tell at which share of the maximum a set with an effort is.')
                , @('score', 'Score a result, to compare it across body weights.')
                , @('plates', 'Tell which plates make a load, or several in turn.')
                , @('warmup', 'Tell the sets that warm up for a working weight.')
                , @('pace', 'Tell the pace of a run, or its time or distance at a pace.')
                , @('vdot', 'Tell the VDOT of a race, paces of training and races as good.')
                , @('riegel', 'Tell what a race lets expect of another distance.')
                , @('convert', 'Convert an amount to another unit.')
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'calc 1rm' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--reps', '-r'); Value = 'number'; Choices = @(); Help = 'How many times.' }
                @{ Names = @('--weight', '-w'); Value = 'text'; Choices = @(); Help = 'What was lifted, as 100kg.' }
                @{ Names = @('--max'); Value = 'text'; Choices = @(); Help = 'A maximum, to ask for the weight.' }
                @{ Names = @('--rpe'); Value = 'text'; Choices = @(); Help = 'The effort; what is missing to 10 are repetitions left.' }
                @{ Names = @('--formula'); Value = 'choice'; Choices = @('epley', 'epley333', 'brzycki', 'brzycki278', 'lander', 'lombardi', 'mayhew', 'oconner', 'wathen'); Help = 'One of epley, epley333, brzycki, brzycki278, lander, lombardi, mayhew, oconner, wathen.' }
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
        'calc rpe' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--reps', '-r'); Value = 'number'; Choices = @(); Help = 'How many times.' }
                @{ Names = @('--rpe'); Value = 'text'; Choices = @(); Help = 'The effort, from 6 to 10 in half steps.' }
                @{ Names = @('--weight', '-w'); Value = 'text'; Choices = @(); Help = 'What was lifted, as 100kg.' }
                @{ Names = @('--max'); Value = 'text'; Choices = @(); Help = 'A maximum, to ask for the weight.' }
                @{ Names = @('--chart'); Value = 'choice'; Choices = @('rts', 'polynomial'); Help = 'Tuchscherer''s chart, or a curve along it.' }
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
        'calc score' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--total', '-t'); Value = 'text'; Choices = @(); Help = 'What was lifted in all.' }
                @{ Names = @('--bodyweight'); Value = 'text'; Choices = @(); Help = 'Your last weighing, unless given.' }
                @{ Names = @('--sex'); Value = 'choice'; Choices = @('m', 'f'); Help = 'Your profile''s, unless given.' }
                @{ Names = @('--age'); Value = 'number'; Choices = @(); Help = 'By your profile, unless given.' }
                @{ Names = @('--equipped'); Value = 'flag'; Choices = @(); Help = 'With supportive equipment; for gl.' }
                @{ Names = @('--event'); Value = 'choice'; Choices = @('full', 'bench'); Help = 'All lifts, or the bench press; for gl.' }
                @{ Names = @('--cycle'); Value = 'choice'; Choices = @('2020', '2024', '2028'); Help = 'When Sinclair''s cycle ends.' }
                @{ Names = @('--record'); Value = 'text'; Choices = @(); Help = 'The world record; for robi.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'One of dots, gl, wilks, wilks2020, sinclair, sinclair_masters, q_points, robi, dots_age, glossbrenner, schwartz_malone, ipf_points, nasa, wilks2020_first.' }
            )
        }
        'calc plates' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--ramp'); Value = 'text'; Choices = @(); Help = 'Loads in turn, with the fewest moves.' }
                @{ Names = @('--bar'); Value = 'text'; Choices = @(); Help = 'The bar; your gym''s, else 20 kg or 45 lb.' }
                @{ Names = @('--collars'); Value = 'text'; Choices = @(); Help = 'Both collars together.' }
                @{ Names = @('--inventory'); Value = 'text'; Choices = @(); Help = 'As ''25x4 20 15''; your gym''s, unless given.' }
                @{ Names = @('--mode'); Value = 'choice'; Choices = @('nearest', 'down', 'up'); Help = 'Which load, if there is none just so.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'What is to be on the bar, as 102.5kg.' }
            )
        }
        'calc warmup' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--bar'); Value = 'text'; Choices = @(); Help = 'The bar; your gym''s, else 20 kg or 45 lb.' }
                @{ Names = @('--increment'); Value = 'text'; Choices = @(); Help = 'The steps; 2.5 kg or 5 lb.' }
                @{ Names = @('--scheme'); Value = 'choice'; Choices = @('starting_strength', 'single', 'five_three_one', 'by_weight'); Help = 'Which sets lead up to it.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'The working weight, as 100kg.' }
            )
        }
        'calc pace' = @{
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
                @{ Value = 'text'; Choices = @(); Help = 'Two of a distance, a time and a pace as 4:30/km.' }
            )
        }
        'calc vdot' = @{
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
                @{ Value = 'text'; Choices = @(); Help = 'A race, as 5km 20:00; or a VDOT, as 49.' }
            )
        }
        'calc riegel' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--exponent'); Value = 'text'; Choices = @(); Help = 'How much longer runs slow down.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'As 5km, 3mi, half or marathon.' }
                @{ Value = 'text'; Choices = @(); Help = 'As 20:00 or 1:07:48.' }
                @{ Value = 'text'; Choices = @(); Help = 'Of which the time is asked.' }
            )
        }
        'calc convert' = @{
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
                @{ Value = 'text'; Choices = @(); Help = 'As 225lb, or 10mi km.' }
            )
        }
        'profile' = @{
            Commands = @(
                , @('show', 'Show what is known of you.')
                , @('set', 'Say what is known of you, as far as you like.')
                , @('bands', 'Show or change the hard sets a week you aim at, by muscle.')
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'profile show' = @{
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
        'profile set' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--sex'); Value = 'choice'; Choices = @('m', 'f', 'x'); Help = 'Scores have tables for m and f; x is neither.' }
                @{ Names = @('--born'); Value = 'number'; Choices = @(); Help = 'Your year of birth.' }
                @{ Names = @('--height'); Value = 'text'; Choices = @(); Help = 'How tall you are, as in 168cm or 66in.' }
                @{ Names = @('--clear'); Value = 'text'; Choices = @(); Help = 'Forget sex, born or height.' }
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
        'profile bands' = @{
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
                @{ Value = 'choice'; Choices = @('abdominals', 'obliques', 'chest', 'front_delts', 'side_delts', 'rear_delts', 'biceps', 'triceps', 'forearms', 'lats', 'upper_back', 'traps', 'lower_back', 'quads', 'hamstrings', 'glutes', 'adductors', 'abductors', 'calves', 'neck', 'full_body', 'cardio'); Help = 'Of which muscle, as in chest.' }
                @{ Value = 'text'; Choices = @(); Help = 'Hard sets a week, as in 10..20; or usual.' }
            )
        }
        'gym' = @{
            Commands = @(
                , @('add', 'Add a gym; the first one is in use at once.')
                , @('list', 'List your gyms.')
                , @('show', 'Show what stands in a gym.')
                , @('edit', 'Change what stands in a gym; '''' means that nobody knows.')
                , @('use', 'Load from now on what stands in a gym.')
                , @('leave', 'Use no gym: load what your settings say, or what any gym has.')
                , @('rm', 'Take a gym out; nothing that you logged changes.')
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'gym add' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--plates'); Value = 'text'; Choices = @(); Help = 'Masses, and how many if few, as in ''25x4 20x2 15 10kg''.' }
                @{ Names = @('--bar'); Value = 'text'; Choices = @(); Help = 'A bar, the usual one first; may be repeated.' }
                @{ Names = @('--dumbbells'); Value = 'text'; Choices = @(); Help = 'Fixed ones, as in ''2.5..40/2.5 45 50kg''.' }
                @{ Names = @('--stack'); Value = 'text'; Choices = @(); Help = 'The plates of machines, as in 5..100/5.' }
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
        'gym list' = @{
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
        'gym show' = @{
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
                @{ Value = 'text'; Choices = @(); Help = 'Its name; the one in use, unless given.' }
            )
        }
        'gym edit' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--name'); Value = 'text'; Choices = @(); Help = 'What it should be called.' }
                @{ Names = @('--plates'); Value = 'text'; Choices = @(); Help = 'Masses, and how many if few, as in ''25x4 20x2 15 10kg''.' }
                @{ Names = @('--bar'); Value = 'text'; Choices = @(); Help = 'A bar, the usual one first; may be repeated.' }
                @{ Names = @('--dumbbells'); Value = 'text'; Choices = @(); Help = 'Fixed ones, as in ''2.5..40/2.5 45 50kg''.' }
                @{ Names = @('--stack'); Value = 'text'; Choices = @(); Help = 'The plates of machines, as in 5..100/5.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'Its name, or the beginning of it.' }
            )
        }
        'gym use' = @{
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
                @{ Value = 'text'; Choices = @(); Help = 'Its name, or the beginning of it.' }
            )
        }
        'gym leave' = @{
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
        'gym rm' = @{
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
                @{ Value = 'text'; Choices = @(); Help = 'Its name, or the beginning of it.' }
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
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'Write to a file; .zip has the files as well.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('text', 'json'); Help = 'Text to read and grep, or JSON Lines.' }
                @{ Names = @('--files'); Value = 'flag'; Choices = @(); Help = 'With all attached files, in a ZIP archive.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'load' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--files'); Value = 'flag'; Choices = @(); Help = 'Bring only files, for what is here already.' }
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
        'demo' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--weeks'); Value = 'number'; Choices = @(); Help = 'How many weeks of training.' }
                @{ Names = @('--until'); Value = 'choice'; Choices = @('today', 'yesterday'); Help = 'The last day; yesterday, unless given.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A new file; demo.db beside your database.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'Print a JSON document.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'serve' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--host'); Value = 'text'; Choices = @(); Help = 'The address to listen on.' }
                @{ Names = @('--port'); Value = 'number'; Choices = @(); Help = 'The port; 0 takes a free one.' }
                @{ Names = @('--proxy'); Value = 'text'; Choices = @(); Help = 'A TLS proxy before it, whose X-Forwarded-For is believed; may be repeated.' }
                @{ Names = @('--new-token'); Value = 'flag'; Choices = @(); Help = 'Make and print another token.' }
                @{ Names = @('--rotate-key'); Value = 'flag'; Choices = @(); Help = 'Make the key that signs logins anew, and end.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'login' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--server'); Value = 'text'; Choices = @(); Help = 'The server; the one of the settings, unless named.' }
                @{ Names = @('--browser'); Value = 'flag'; Choices = @(); Help = 'Log in in a browser on this machine.' }
                @{ Names = @('--device'); Value = 'flag'; Choices = @(); Help = 'Log in in any browser, by a code that is shown here.' }
                @{ Names = @('--token-stdin'); Value = 'flag'; Choices = @(); Help = 'Read a token from standard input instead.' }
                @{ Names = @('--admin'); Value = 'flag'; Choices = @(); Help = 'May manage tokens, logins and your account, too.' }
                @{ Names = @('--status'); Value = 'flag'; Choices = @(); Help = 'Say whether you are logged in; exit 4 if not.' }
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
        'logout' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--server'); Value = 'text'; Choices = @(); Help = 'The server; the one of the settings, unless named.' }
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
        'whoami' = @{
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
        'logins' = @{
            Commands = @(
                , @('list', 'List the devices that are logged in as you.')
                , @('end', 'Log a device out, at once; this cannot be undone.')
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'logins list' = @{
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
        'logins end' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--others'); Value = 'flag'; Choices = @(); Help = 'Every login but the one by which you ask.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'Its device, its id, or the beginning of it.' }
            )
        }
        'token' = @{
            Commands = @(
                , @('create', 'Make a token, and print its secret this once.')
                , @('list', 'List your tokens, without their secrets.')
                , @('revoke', 'End a token at once; this cannot be undone.')
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'token create' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--scope'); Value = 'choice'; Choices = @('profile:read', 'workouts:read', 'workouts:write', 'exercises:write'); Help = 'What it may do; to read, unless given; may be repeated.' }
                @{ Names = @('--expires'); Value = 'text'; Choices = @(); Help = 'How long it is good: 90d, unless given.' }
                @{ Names = @('--json'); Value = 'flag'; Choices = @(); Help = 'The same as --format json.' }
                @{ Names = @('--format'); Value = 'choice'; Choices = @('table', 'plain', 'json', 'jsonl', 'csv', 'tsv', 'md'); Help = 'How to print it; a table for people, tabs in a pipe.' }
                @{ Names = @('--output', '-o'); Value = 'file'; Choices = @(); Help = 'A file, whose ending is a format.' }
                @{ Names = @('--fields'); Value = 'text'; Choices = @(); Help = 'Only these fields, in this order.' }
                @{ Names = @('--template'); Value = 'text'; Choices = @(); Help = 'Lines with {fields} filled in.' }
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'text'; Choices = @(); Help = 'What it is for.' }
            )
        }
        'token list' = @{
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
        'token revoke' = @{
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
                @{ Value = 'text'; Choices = @(); Help = 'Its name, its id, or the beginning of its id.' }
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
                @{ Value = 'choice'; Choices = @('database_url', 'server_url', 'unit', 'timezone', 'color', 'theme', 'formula', 'backups', 'storage', 'attachment_mib', 'attachments_mib', 'plates_kg', 'plates_lb'); Help = 'A setting, as in workout config list.' }
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
                @{ Value = 'choice'; Choices = @('database_url', 'server_url', 'unit', 'timezone', 'color', 'theme', 'formula', 'backups', 'storage', 'attachment_mib', 'attachments_mib', 'plates_kg', 'plates_lb'); Help = 'A setting, as in workout config list.' }
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
                @{ Value = 'choice'; Choices = @('database_url', 'server_url', 'unit', 'timezone', 'color', 'theme', 'formula', 'backups', 'storage', 'attachment_mib', 'attachments_mib', 'plates_kg', 'plates_lb'); Help = 'A setting, as in workout config list.' }
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
                , @('status', 'Tell of which version the database is, and what is due.')
                , @('migrate', 'Bring the database to this version; a file is copied first.')
                , @('sweep', 'Sweep away what nobody needs any more.')
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
            )
        }
        'db status' = @{
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
        'db migrate' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('--wait'); Value = 'number'; Choices = @(); Help = 'How long to wait for another migration, and for whoever holds a table.' }
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
        'db sweep' = @{
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
        'schema' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('AccessTokenList', 'AccessTokenMade', 'AccessTokenRead', 'AttachmentRead', 'AttachmentReadPage', 'BandRead', 'BestSetRead', 'BestTimeRead', 'BucketRead', 'ChangeCount', 'ChartTrendPoint', 'ChartTrendRead', 'ComparedRead', 'ComparisonRead', 'ConversionRead', 'DayRead', 'DayTotals', 'DaysRead', 'DumpPartRead', 'DumpRows', 'DumpTables', 'DumpWorkouts', 'DumpedColumn', 'DumpedTable', 'Duplicate', 'Excluded', 'ExecutionRead', 'ExecutionReadPage', 'ExerciseDetails', 'ExerciseFound', 'ExerciseFoundPage', 'ExerciseListed', 'ExerciseListedPage', 'ExerciseNames', 'ExerciseRead', 'ExerciseReadPage', 'ExerciseRef', 'ExerciseSessionRead', 'ExerciseSessionsRead', 'ExerciseStatsRead', 'ExerciseTotalsRead', 'Explanation', 'ExportRead', 'ExportedExercise', 'FoundRead', 'GoalKept', 'GoalList', 'GoalRead', 'GymList', 'GymRead', 'ImportRead', 'ImportRecord', 'IntensityRead', 'LastTime', 'LatestRead', 'LiveBoard', 'LiveGroup', 'LiveHead', 'LiveLogged', 'LivePast', 'LivePlanned', 'LiveRecord', 'LiveSession', 'LiveSet', 'LiveSlot', 'LiveTotals', 'LoadRead', 'LoadWeekRead', 'LogLinesRead', 'LogRead', 'LoggedEntry', 'LoggedLine', 'LoggedPlates', 'LoggedRecord', 'LoggedSet', 'LoggedWorkout', 'LoginList', 'LoginRead', 'MeRead', 'MeasuredList', 'MeasuredRead', 'MeasurementRead', 'MeasurementReadPage', 'MeasurementTypeList', 'MeasurementTypeRead', 'MergeRead', 'MuscleSetsRead', 'NameList', 'OneRepMaxRead', 'OperationRead', 'OperationReadPage', 'PaceRead', 'PeriodRecordsRead', 'PlannedSet', 'PlatesRead', 'ProfileRead', 'RaceTimeRead', 'RecordRead', 'RecordsRead', 'RefusedLine', 'ReplayRead', 'RepsAt', 'RestRead', 'RiegelRead', 'RpeRead', 'ScoreRead', 'SearchRead', 'SeriesPoint', 'SeriesRead', 'SessionRead', 'SetRead', 'SetReadPage', 'StageRead', 'StatsTrendRead', 'StreakRead', 'StreaksRead', 'TotalsRead', 'TrainingMaxRead', 'TrainingMaxReadPage', 'TrainingPaceRead', 'TrendPoint', 'TrendRead', 'Unmatched', 'UnmatchedNames', 'VdotRead', 'WarmupRead', 'WarmupSetRead', 'WeekStatsRead', 'WorkoutPage', 'WorkoutRead', 'WorkoutSummary', 'WorkoutSummaryPage', 'WorkoutText', 'WorkoutsRead', 'YearStatsRead'); Help = 'Of which output; all are listed without.' }
            )
        }
        'help' = @{
            Commands = @(
            )
            Options = @(
                @{ Names = @('-h', '--help'); Value = 'flag'; Choices = @(); Help = 'Show this message and exit.' }
            )
            Arguments = @(
                @{ Value = 'choice'; Choices = @('exit-codes', 'notation', 'dates', 'formats', 'imports', 'environment', 'tui', 'log', 'start', 'status', 'finish', 'discard', 'resume', 'rest', 'session', 'prompt', 'today', 'show', 'history', 'last', 'find', 'calendar', 'chart', 'records', 'stats', 'compare', 'edit', 'rm', 'move', 'copy', 'note', 'tag', 'superset', 'attach', 'undo', 'redo', 'body', 'calc', 'profile', 'gym', 'exercise', 'import', 'export', 'dump', 'load', 'demo', 'serve', 'login', 'logout', 'whoami', 'logins', 'token', 'config', 'sql', 'doctor', 'backup', 'restore', 'db', 'schema', 'help', 'completions'); Help = 'exit-codes, notation, dates, formats, imports, environment, or a command.' }
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
