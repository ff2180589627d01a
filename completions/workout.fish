# Completion of workout in fish, made by `workout completions fish`.
# Nothing is started on TAB: the names of exercises are read from a file that workout keeps.

function __workout_names
    set -l folders $HOME/Library/Caches $HOME/.cache
    string match -q '/*' -- "$XDG_CACHE_HOME"; and set folders $XDG_CACHE_HOME
    for folder in $folders
        if test -r $folder/workout/exercises.txt
            string match '*' <$folder/workout/exercises.txt
            return
        end
    end
end

# Whether the words before the cursor call a command, and give it so many arguments.
function __workout_at --argument-names wanted wanted_count
    set -l path ''
    set -l count 0
    set -l is_value 0
    for word in (commandline -opc)[2..]
        if test $is_value = 1
            set is_value 0
            continue
        end
        switch "$path $word"
            case ' --color' \
                'tui --port' \
                'tui --public-url' \
                'log --at' \
                'log --on' \
                'log --in' \
                'log --unit' \
                'log --new' \
                'log --tracking' \
                'log --format' \
                'log --output' \
                'log -o' \
                'log --fields' \
                'log --template' \
                'start --at' \
                'start --on' \
                'start --note' \
                'start --tag' \
                'start --bodyweight' \
                'start --format' \
                'start --output' \
                'start -o' \
                'start --fields' \
                'start --template' \
                'status --format' \
                'status --output' \
                'status -o' \
                'status --fields' \
                'status --template' \
                'finish --at' \
                'finish --name' \
                'finish --note' \
                'finish --format' \
                'finish --output' \
                'finish -o' \
                'finish --fields' \
                'finish --template' \
                'discard --format' \
                'discard --output' \
                'discard -o' \
                'discard --fields' \
                'discard --template' \
                'resume --format' \
                'resume --output' \
                'resume -o' \
                'resume --fields' \
                'resume --template' \
                'rest --format' \
                'rest --output' \
                'rest -o' \
                'rest --fields' \
                'rest --template' \
                'prompt --format' \
                'prompt --output' \
                'prompt -o' \
                'prompt --fields' \
                'prompt --template' \
                'today --format' \
                'today --output' \
                'today -o' \
                'today --fields' \
                'today --template' \
                'show --format' \
                'show --output' \
                'show -o' \
                'show --fields' \
                'show --template' \
                'history --exercise' \
                'history --tag' \
                'history --search' \
                'history --since' \
                'history --until' \
                'history --on' \
                'history --limit' \
                'history --page' \
                'history --format' \
                'history --output' \
                'history -o' \
                'history --fields' \
                'history --template' \
                'last --count' \
                'last -n' \
                'last --format' \
                'last --output' \
                'last -o' \
                'last --fields' \
                'last --template' \
                'find --limit' \
                'find --page' \
                'find --format' \
                'find --output' \
                'find -o' \
                'find --fields' \
                'find --template' \
                'calendar --since' \
                'calendar --by' \
                'calendar --format' \
                'calendar --output' \
                'calendar -o' \
                'calendar --fields' \
                'calendar --template' \
                'chart --since' \
                'chart --until' \
                'chart --on' \
                'chart --unit' \
                'chart --svg' \
                'chart --png' \
                'chart --format' \
                'chart --output' \
                'chart -o' \
                'chart --fields' \
                'chart --template' \
                'records --kind' \
                'records --since' \
                'records --at' \
                'records --limit' \
                'records --page' \
                'records --format' \
                'records --output' \
                'records -o' \
                'records --fields' \
                'records --template' \
                'stats exercise --since' \
                'stats exercise --until' \
                'stats exercise --by' \
                'stats exercise --format' \
                'stats exercise --output' \
                'stats exercise -o' \
                'stats exercise --fields' \
                'stats exercise --template' \
                'stats intensity --since' \
                'stats intensity --until' \
                'stats intensity --format' \
                'stats intensity --output' \
                'stats intensity -o' \
                'stats intensity --fields' \
                'stats intensity --template' \
                'stats week --format' \
                'stats week --output' \
                'stats week -o' \
                'stats week --fields' \
                'stats week --template' \
                'stats year --format' \
                'stats year --output' \
                'stats year -o' \
                'stats year --fields' \
                'stats year --template' \
                'stats streaks --format' \
                'stats streaks --output' \
                'stats streaks -o' \
                'stats streaks --fields' \
                'stats streaks --template' \
                'stats load --since' \
                'stats load --until' \
                'stats load --format' \
                'stats load --output' \
                'stats load -o' \
                'stats load --fields' \
                'stats load --template' \
                'compare --format' \
                'compare --output' \
                'compare -o' \
                'compare --fields' \
                'compare --template' \
                'edit --in' \
                'edit --name' \
                'edit --at' \
                'edit --on' \
                'edit --note' \
                'edit --tag' \
                'edit --untag' \
                'edit --bodyweight' \
                'edit --text' \
                'edit --format' \
                'edit --output' \
                'edit -o' \
                'edit --fields' \
                'edit --template' \
                'rm --in' \
                'rm --format' \
                'rm --output' \
                'rm -o' \
                'rm --fields' \
                'rm --template' \
                'move --to' \
                'move --before' \
                'move --after' \
                'move --in' \
                'move --format' \
                'move --output' \
                'move -o' \
                'move --fields' \
                'move --template' \
                'copy --at' \
                'copy --on' \
                'copy --format' \
                'copy --output' \
                'copy -o' \
                'copy --fields' \
                'copy --template' \
                'note --of' \
                'note --in' \
                'note --format' \
                'note --output' \
                'note -o' \
                'note --fields' \
                'note --template' \
                'tag --of' \
                'tag --format' \
                'tag --output' \
                'tag -o' \
                'tag --fields' \
                'tag --template' \
                'superset --in' \
                'superset --format' \
                'superset --output' \
                'superset -o' \
                'superset --fields' \
                'superset --template' \
                'attach --to' \
                'attach --exercise' \
                'attach --get' \
                'attach --remove' \
                'attach --output' \
                'attach -o' \
                'attach --format' \
                'undo --limit' \
                'undo --format' \
                'undo --output' \
                'undo -o' \
                'undo --fields' \
                'undo --template' \
                'redo --format' \
                'redo --output' \
                'redo -o' \
                'redo --fields' \
                'redo --template' \
                'body log --at' \
                'body log --on' \
                'body log --note' \
                'body log --format' \
                'body log --output' \
                'body log -o' \
                'body log --fields' \
                'body log --template' \
                'body history --since' \
                'body history --until' \
                'body history --on' \
                'body history --limit' \
                'body history --page' \
                'body history --format' \
                'body history --output' \
                'body history -o' \
                'body history --fields' \
                'body history --template' \
                'body latest --format' \
                'body latest --output' \
                'body latest -o' \
                'body latest --fields' \
                'body latest --template' \
                'body edit --at' \
                'body edit --note' \
                'body edit --format' \
                'body edit --output' \
                'body edit -o' \
                'body edit --fields' \
                'body edit --template' \
                'body rm --format' \
                'body rm --output' \
                'body rm -o' \
                'body rm --fields' \
                'body rm --template' \
                'body types --format' \
                'body types --output' \
                'body types -o' \
                'body types --fields' \
                'body types --template' \
                'body trend --since' \
                'body trend --half-life' \
                'body trend --format' \
                'body trend --output' \
                'body trend -o' \
                'body trend --fields' \
                'body trend --template' \
                'body goal --by' \
                'body goal --since' \
                'body goal --format' \
                'body goal --output' \
                'body goal -o' \
                'body goal --fields' \
                'body goal --template' \
                'body goals --format' \
                'body goals --output' \
                'body goals -o' \
                'body goals --fields' \
                'body goals --template' \
                'calc 1rm --reps' \
                'calc 1rm -r' \
                'calc 1rm --weight' \
                'calc 1rm -w' \
                'calc 1rm --max' \
                'calc 1rm --rpe' \
                'calc 1rm --formula' \
                'calc 1rm --format' \
                'calc 1rm --output' \
                'calc 1rm -o' \
                'calc 1rm --fields' \
                'calc 1rm --template' \
                'calc rpe --reps' \
                'calc rpe -r' \
                'calc rpe --rpe' \
                'calc rpe --weight' \
                'calc rpe -w' \
                'calc rpe --max' \
                'calc rpe --chart' \
                'calc rpe --format' \
                'calc rpe --output' \
                'calc rpe -o' \
                'calc rpe --fields' \
                'calc rpe --template' \
                'calc score --total' \
                'calc score -t' \
                'calc score --bodyweight' \
                'calc score --sex' \
                'calc score --age' \
                'calc score --event' \
                'calc score --cycle' \
                'calc score --record' \
                'calc score --format' \
                'calc score --output' \
                'calc score -o' \
                'calc score --fields' \
                'calc score --template' \
                'calc plates --ramp' \
                'calc plates --bar' \
                'calc plates --collars' \
                'calc plates --inventory' \
                'calc plates --mode' \
                'calc plates --format' \
                'calc plates --output' \
                'calc plates -o' \
                'calc plates --fields' \
                'calc plates --template' \
                'calc warmup --bar' \
                'calc warmup --increment' \
                'calc warmup --scheme' \
                'calc warmup --format' \
                'calc warmup --output' \
                'calc warmup -o' \
                'calc warmup --fields' \
                'calc warmup --template' \
                'calc pace --format' \
                'calc pace --output' \
                'calc pace -o' \
                'calc pace --fields' \
                'calc pace --template' \
                'calc vdot --format' \
                'calc vdot --output' \
                'calc vdot -o' \
                'calc vdot --fields' \
                'calc vdot --template' \
                'calc riegel --exponent' \
                'calc riegel --format' \
                'calc riegel --output' \
                'calc riegel -o' \
                'calc riegel --fields' \
                'calc riegel --template' \
                'calc convert --format' \
                'calc convert --output' \
                'calc convert -o' \
                'calc convert --fields' \
                'calc convert --template' \
                'profile show --format' \
                'profile show --output' \
                'profile show -o' \
                'profile show --fields' \
                'profile show --template' \
                'profile set --sex' \
                'profile set --born' \
                'profile set --height' \
                'profile set --clear' \
                'profile set --format' \
                'profile set --output' \
                'profile set -o' \
                'profile set --fields' \
                'profile set --template' \
                'profile bands --format' \
                'profile bands --output' \
                'profile bands -o' \
                'profile bands --fields' \
                'profile bands --template' \
                'gym add --plates' \
                'gym add --bar' \
                'gym add --dumbbells' \
                'gym add --stack' \
                'gym add --format' \
                'gym add --output' \
                'gym add -o' \
                'gym add --fields' \
                'gym add --template' \
                'gym list --format' \
                'gym list --output' \
                'gym list -o' \
                'gym list --fields' \
                'gym list --template' \
                'gym show --format' \
                'gym show --output' \
                'gym show -o' \
                'gym show --fields' \
                'gym show --template' \
                'gym edit --name' \
                'gym edit --plates' \
                'gym edit --bar' \
                'gym edit --dumbbells' \
                'gym edit --stack' \
                'gym edit --format' \
                'gym edit --output' \
                'gym edit -o' \
                'gym edit --fields' \
                'gym edit --template' \
                'gym use --format' \
                'gym use --output' \
                'gym use -o' \
                'gym use --fields' \
                'gym use --template' \
                'gym leave --format' \
                'gym leave --output' \
                'gym leave -o' \
                'gym leave --fields' \
                'gym leave --template' \
                'gym rm --format' \
                'gym rm --output' \
                'gym rm -o' \
                'gym rm --fields' \
                'gym rm --template' \
                'exercise find --limit' \
                'exercise find --format' \
                'exercise find --output' \
                'exercise find -o' \
                'exercise find --fields' \
                'exercise find --template' \
                'exercise list --search' \
                'exercise list --category' \
                'exercise list --modality' \
                'exercise list --muscle' \
                'exercise list --limit' \
                'exercise list --page' \
                'exercise list --format' \
                'exercise list --output' \
                'exercise list -o' \
                'exercise list --fields' \
                'exercise list --template' \
                'exercise show --format' \
                'exercise show --output' \
                'exercise show -o' \
                'exercise show --fields' \
                'exercise show --template' \
                'exercise add --alias' \
                'exercise add --tracking' \
                'exercise add --category' \
                'exercise add --modality' \
                'exercise add --primary' \
                'exercise add --secondary' \
                'exercise add --unit' \
                'exercise add --note' \
                'exercise add --format' \
                'exercise add --output' \
                'exercise add -o' \
                'exercise add --fields' \
                'exercise add --template' \
                'exercise edit --name' \
                'exercise edit --tracking' \
                'exercise edit --unit' \
                'exercise edit --increment' \
                'exercise edit --rest' \
                'exercise edit --bar' \
                'exercise edit --training-max' \
                'exercise edit --since' \
                'exercise edit --primary' \
                'exercise edit --secondary' \
                'exercise edit --note' \
                'exercise edit --format' \
                'exercise edit --output' \
                'exercise edit -o' \
                'exercise edit --fields' \
                'exercise edit --template' \
                'exercise alias --format' \
                'exercise alias --output' \
                'exercise alias -o' \
                'exercise alias --fields' \
                'exercise alias --template' \
                'exercise hide --format' \
                'exercise hide --output' \
                'exercise hide -o' \
                'exercise hide --fields' \
                'exercise hide --template' \
                'exercise merge --format' \
                'exercise merge --output' \
                'exercise merge -o' \
                'exercise merge --fields' \
                'exercise merge --template' \
                'exercise rm --format' \
                'exercise rm --output' \
                'exercise rm -o' \
                'exercise rm --fields' \
                'exercise rm --template' \
                'import --format' \
                'import --unit' \
                'import --distance-unit' \
                'import --timezone' \
                'import --date-order' \
                'import --map' \
                'import --column' \
                'import --output' \
                'import -o' \
                'import --fields' \
                'import --template' \
                'export --format' \
                'export --since' \
                'export --until' \
                'export --output' \
                'export -o' \
                'dump --output' \
                'dump -o' \
                'dump --format' \
                'load --format' \
                'load --output' \
                'load -o' \
                'load --fields' \
                'load --template' \
                'demo --weeks' \
                'demo --until' \
                'demo --output' \
                'demo -o' \
                'serve --host' \
                'serve --port' \
                'serve --proxy' \
                'login --server' \
                'login --format' \
                'login --output' \
                'login -o' \
                'login --fields' \
                'login --template' \
                'logout --server' \
                'logout --format' \
                'logout --output' \
                'logout -o' \
                'logout --fields' \
                'logout --template' \
                'whoami --format' \
                'whoami --output' \
                'whoami -o' \
                'whoami --fields' \
                'whoami --template' \
                'logins list --format' \
                'logins list --output' \
                'logins list -o' \
                'logins list --fields' \
                'logins list --template' \
                'logins end --format' \
                'logins end --output' \
                'logins end -o' \
                'logins end --fields' \
                'logins end --template' \
                'token create --scope' \
                'token create --expires' \
                'token create --format' \
                'token create --output' \
                'token create -o' \
                'token create --fields' \
                'token create --template' \
                'token list --format' \
                'token list --output' \
                'token list -o' \
                'token list --fields' \
                'token list --template' \
                'token revoke --format' \
                'token revoke --output' \
                'token revoke -o' \
                'token revoke --fields' \
                'token revoke --template' \
                'config path --format' \
                'config path --output' \
                'config path -o' \
                'config path --fields' \
                'config path --template' \
                'config list --format' \
                'config list --output' \
                'config list -o' \
                'config list --fields' \
                'config list --template' \
                'config get --format' \
                'config get --output' \
                'config get -o' \
                'config get --fields' \
                'config get --template' \
                'config set --format' \
                'config set --output' \
                'config set -o' \
                'config set --fields' \
                'config set --template' \
                'config unset --format' \
                'config unset --output' \
                'config unset -o' \
                'config unset --fields' \
                'config unset --template' \
                'config edit --format' \
                'config edit --output' \
                'config edit -o' \
                'config edit --fields' \
                'config edit --template' \
                'config validate --format' \
                'config validate --output' \
                'config validate -o' \
                'config validate --fields' \
                'config validate --template' \
                'sql --limit' \
                'sql --format' \
                'sql --output' \
                'sql -o' \
                'sql --fields' \
                'sql --template' \
                'doctor --format' \
                'doctor --output' \
                'doctor -o' \
                'doctor --fields' \
                'doctor --template' \
                'backup --output' \
                'backup -o' \
                'backup --format' \
                'restore --format' \
                'restore --output' \
                'restore -o' \
                'restore --fields' \
                'restore --template' \
                'db status --format' \
                'db status --output' \
                'db status -o' \
                'db status --fields' \
                'db status --template' \
                'db migrate --wait' \
                'db migrate --format' \
                'db migrate --output' \
                'db migrate -o' \
                'db migrate --fields' \
                'db migrate --template' \
                'db sweep --format' \
                'db sweep --output' \
                'db sweep -o' \
                'db sweep --fields' \
                'db sweep --template'
                set is_value 1
            case '* -*'
            case 'log +'
                set count 0
            case ' tui' \
                ' log' \
                ' start' \
                ' status' \
                ' finish' \
                ' discard' \
                ' resume' \
                ' rest' \
                ' session' \
                ' prompt' \
                ' today' \
                ' show' \
                ' history' \
                ' last' \
                ' find' \
                ' calendar' \
                ' chart' \
                ' records' \
                ' stats' \
                'stats exercise' \
                'stats intensity' \
                'stats week' \
                'stats year' \
                'stats streaks' \
                'stats load' \
                ' compare' \
                ' edit' \
                ' rm' \
                ' move' \
                ' copy' \
                ' note' \
                ' tag' \
                ' superset' \
                ' attach' \
                ' undo' \
                ' redo' \
                ' body' \
                'body log' \
                'body history' \
                'body latest' \
                'body edit' \
                'body rm' \
                'body types' \
                'body trend' \
                'body goal' \
                'body goals' \
                ' calc' \
                'calc 1rm' \
                'calc rpe' \
                'calc score' \
                'calc plates' \
                'calc warmup' \
                'calc pace' \
                'calc vdot' \
                'calc riegel' \
                'calc convert' \
                ' profile' \
                'profile show' \
                'profile set' \
                'profile bands' \
                ' gym' \
                'gym add' \
                'gym list' \
                'gym show' \
                'gym edit' \
                'gym use' \
                'gym leave' \
                'gym rm' \
                ' exercise' \
                'exercise find' \
                'exercise list' \
                'exercise show' \
                'exercise add' \
                'exercise edit' \
                'exercise alias' \
                'exercise hide' \
                'exercise merge' \
                'exercise rm' \
                ' import' \
                ' export' \
                ' dump' \
                ' load' \
                ' demo' \
                ' serve' \
                ' login' \
                ' logout' \
                ' whoami' \
                ' logins' \
                'logins list' \
                'logins end' \
                ' token' \
                'token create' \
                'token list' \
                'token revoke' \
                ' config' \
                'config path' \
                'config list' \
                'config get' \
                'config set' \
                'config unset' \
                'config edit' \
                'config validate' \
                ' sql' \
                ' doctor' \
                ' backup' \
                ' restore' \
                ' db' \
                'db status' \
                'db migrate' \
                'db sweep' \
                ' schema' \
                ' help' \
                ' completions'
                if test $count = 0
                    set path (string trim -- "$path $word")
                else
                    set count (math $count + 1)
                end
            case '*'
                set count (math $count + 1)
        end
    end
    test "$path" = "$wanted"; and test -z "$wanted_count" -o "$wanted_count" = $count
end

complete -c workout -f

complete -c workout -n "__workout_at '' 0" -a tui -d 'Train and look back on screens; `workout` alone does the same on a terminal.'
complete -c workout -n "__workout_at '' 0" -a log -d 'Log sets of an exercise in today\'s workout.'
complete -c workout -n "__workout_at '' 0" -a start -d 'Start a workout, which is open until you finish it.'
complete -c workout -n "__workout_at '' 0" -a status -d 'Show the open workout, and the rest that runs.'
complete -c workout -n "__workout_at '' 0" -a finish -d 'Finish the open workout.'
complete -c workout -n "__workout_at '' 0" -a discard -d 'Throw the open workout away, with all its sets.'
complete -c workout -n "__workout_at '' 0" -a resume -d 'Open a finished workout again.'
complete -c workout -n "__workout_at '' 0" -a rest -d 'Rest between two sets, and count down.'
complete -c workout -n "__workout_at '' 0" -a session -d 'Go through the open workout set by set, line by line.'
complete -c workout -n "__workout_at '' 0" -a prompt -d 'Print the open workout in one line, for tmux or a shell\'s prompt.'
complete -c workout -n "__workout_at '' 0" -a today -d 'Show what was logged today.'
complete -c workout -n "__workout_at '' 0" -a show -d 'Show a workout with all its sets.'
complete -c workout -n "__workout_at '' 0" -a history -d 'List workouts, the newest first.'
complete -c workout -n "__workout_at '' 0" -a last -d 'Show what you did the last times of an exercise.'
complete -c workout -n "__workout_at '' 0" -a find -d 'Find a text in names, notes and tags.'
complete -c workout -n "__workout_at '' 0" -a calendar -d 'Show the days on which you trained.'
complete -c workout -n "__workout_at '' 0" -a chart -d 'Draw how an exercise, or your body, has gone.'
complete -c workout -n "__workout_at '' 0" -a records -d 'Show personal records, the newest first.'
complete -c workout -n "__workout_at '' 0" -a stats -d 'Count what you did: of an exercise, in a week, in a year.'
complete -c workout -n "__workout_at '' 0" -a compare -d 'Compare two periods: what each came to, and each exercise in both.'
complete -c workout -n "__workout_at '' 0" -a edit -d 'Change a workout in your editor, or one thing of it.'
complete -c workout -n "__workout_at '' 0" -a rm -d 'Take out sets, exercises or whole workouts.'
complete -c workout -n "__workout_at '' 0" -a move -d 'Move an exercise, a set or a workout.'
complete -c workout -n "__workout_at '' 0" -a copy -d 'Do a workout again: a new one with the same sets.'
complete -c workout -n "__workout_at '' 0" -a note -d 'Note something on a workout, an exercise or a set.'
complete -c workout -n "__workout_at '' 0" -a tag -d 'Tag a workout.'
complete -c workout -n "__workout_at '' 0" -a superset -d 'Make a superset of exercises, or split one.'
complete -c workout -n "__workout_at '' 0" -a attach -d 'Attach files to a workout or to an exercise: photos, films, documents.'
complete -c workout -n "__workout_at '' 0" -a undo -d 'Take back the last change, or several.'
complete -c workout -n "__workout_at '' 0" -a redo -d 'Make what was taken back again.'
complete -c workout -n "__workout_at '' 0" -a body -d 'What your body measures: weight, girths, and whatever you like.'
complete -c workout -n "__workout_at '' 0" -a calc -d 'Work numbers out: maxima, scores, plates, paces.'
complete -c workout -n "__workout_at '' 0" -a profile -d 'What scores and advice need to know of you.'
complete -c workout -n "__workout_at '' 0" -a gym -d 'The gyms where you train, and what can be loaded there.'
complete -c workout -n "__workout_at '' 0" -a exercise -d 'The exercises that you can log.'
complete -c workout -n "__workout_at '' 0" -a import -d 'Import the workouts of files that are not here yet.'
complete -c workout -n "__workout_at '' 0" -a export -d 'Write what you have to a file, for this program or for others.'
complete -c workout -n "__workout_at '' 0" -a dump -d 'Write the whole account, line by line, to be loaded again.'
complete -c workout -n "__workout_at '' 0" -a load -d 'Load a dump, and its files, into an empty database.'
complete -c workout -n "__workout_at '' 0" -a demo -d 'Make up a year of training in a database of its own, to look at.'
complete -c workout -n "__workout_at '' 0" -a serve -d 'Serve your workouts over HTTP, until Ctrl-C.'
complete -c workout -n "__workout_at '' 0" -a login -d 'Log in to a workout server, which every command then works on.'
complete -c workout -n "__workout_at '' 0" -a logout -d 'Log out of a server; at once, for whoever may have copied the login.'
complete -c workout -n "__workout_at '' 0" -a whoami -d 'Show who you are where your workouts are.'
complete -c workout -n "__workout_at '' 0" -a logins -d 'Where you are logged in.'
complete -c workout -n "__workout_at '' 0" -a token -d 'Tokens for scripts and machines, which cannot log in.'
complete -c workout -n "__workout_at '' 0" -a config -d 'See and change how the program is set up.'
complete -c workout -n "__workout_at '' 0" -a sql -d 'Answer a SELECT on your workouts; nothing can be changed.'
complete -c workout -n "__workout_at '' 0" -a doctor -d 'Look whether everything is as it should be; nothing is changed.'
complete -c workout -n "__workout_at '' 0" -a backup -d 'Put a copy of the database aside.'
complete -c workout -n "__workout_at '' 0" -a restore -d 'Put a copy in the place of the database.'
complete -c workout -n "__workout_at '' 0" -a db -d 'Keep the database.'
complete -c workout -n "__workout_at '' 0" -a schema -d 'Print the JSON Schema of an output.'
complete -c workout -n "__workout_at '' 0" -a help -d 'Explain a topic or a command.'
complete -c workout -n "__workout_at '' 0" -a completions -d 'Print the script that completes commands in a shell.'
complete -c workout -n "__workout_at ''" -l version -d 'Print the version.'
complete -c workout -n "__workout_at ''" -l spec -d 'Print every command and option as JSON.'
complete -c workout -n "__workout_at ''" -l color -x -k -a 'auto always never' -d 'When to colour.'
complete -c workout -n "__workout_at ''" -l debug -d 'Show where an unexpected error came from.'
complete -c workout -n "__workout_at ''" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'tui'" -l web -d 'In a browser of this machine, until Ctrl-C.'
complete -c workout -n "__workout_at 'tui'" -l port -x -d 'With --web: the port on 127.0.0.1.'
complete -c workout -n "__workout_at 'tui'" -l public-url -x -d 'With --web: the address of a proxy with a login.'
complete -c workout -n "__workout_at 'tui'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'log' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'log'" -l at -x -d 'When, as in 18:30 or \'yesterday 18:30\'.'
complete -c workout -n "__workout_at 'log'" -l on -x -k -a 'today yesterday' -d 'On which day, as in -2d.'
complete -c workout -n "__workout_at 'log'" -l in -x -k -a 'last open today yesterday' -d 'Into this workout: last, a day, an id.'
complete -c workout -n "__workout_at 'log'" -l unit -x -k -a 'kg lb' -d 'The unit of loads that are typed without one.'
complete -c workout -n "__workout_at 'log'" -l new -x -d 'Add this exercise; the line is its sets.'
complete -c workout -n "__workout_at 'log'" -l tracking -x -k -a 'weight_reps bodyweight_reps reps duration weight_duration distance weight_distance' -d 'What is counted of a new one.'
complete -c workout -n "__workout_at 'log'" -l dry-run -d 'Show how the line is read, and write nothing.'
complete -c workout -n "__workout_at 'log'" -l atomic -d 'With -: log all of the lines, or none.'
complete -c workout -n "__workout_at 'log'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'log'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'log'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'log'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'log'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'log'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'start'" -l at -x -d 'When it began, as in 18:30.'
complete -c workout -n "__workout_at 'start'" -l on -x -k -a 'today yesterday' -d 'The day on which it began.'
complete -c workout -n "__workout_at 'start'" -l note -x -d 'A note on it.'
complete -c workout -n "__workout_at 'start'" -l tag -x -d 'A tag; may be repeated.'
complete -c workout -n "__workout_at 'start'" -l bodyweight -x -d 'What you weigh, as in 80kg.'
complete -c workout -n "__workout_at 'start'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'start'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'start'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'start'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'start'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'start'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'status'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'status'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'status'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'status'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'status'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'status'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'finish'" -l at -x -d 'When it ended, if not now.'
complete -c workout -n "__workout_at 'finish'" -l name -x -d 'What to call it.'
complete -c workout -n "__workout_at 'finish'" -l note -x -d 'A note on it.'
complete -c workout -n "__workout_at 'finish'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'finish'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'finish'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'finish'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'finish'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'finish'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'discard'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'discard'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'discard'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'discard'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'discard'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'discard'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'resume' 0" -k -a 'last open today yesterday'
complete -c workout -n "__workout_at 'resume'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'resume'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'resume'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'resume'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'resume'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'resume'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'rest'" -l background -d 'Start it, and do not wait for its end.'
complete -c workout -n "__workout_at 'rest'" -l no-bell -d 'Do not ring at its end.'
complete -c workout -n "__workout_at 'rest'" -l notify -d 'Tell the desktop of its end, too.'
complete -c workout -n "__workout_at 'rest'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'rest'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'rest'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'rest'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'rest'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'rest'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'session'" -l plain -d 'Line by line, as it is without: for scripts that say so.'
complete -c workout -n "__workout_at 'session'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'prompt'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'prompt'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'prompt'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'prompt'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'prompt'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'prompt'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'today'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'today'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'today'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'today'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'today'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'today'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'show' 0" -k -a 'last open today yesterday'
complete -c workout -n "__workout_at 'show'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'show'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'show'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'show'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'show'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'show'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'history'" -l exercise -x -k -a '(__workout_names)' -d 'With this exercise.'
complete -c workout -n "__workout_at 'history'" -l tag -x -d 'With this tag; may be repeated.'
complete -c workout -n "__workout_at 'history'" -l search -x -d 'A text in a name or in any note.'
complete -c workout -n "__workout_at 'history'" -l since -x -k -a 'today yesterday' -d 'From this day on, as in 2026-11 or -2w.'
complete -c workout -n "__workout_at 'history'" -l until -x -k -a 'today yesterday' -d 'Up to this day.'
complete -c workout -n "__workout_at 'history'" -l on -x -k -a 'today yesterday' -d 'In these days, as in \'last week\' or A..B.'
complete -c workout -n "__workout_at 'history'" -l limit -x -d 'How many at most.'
complete -c workout -n "__workout_at 'history'" -l page -x -d 'Which page of as many.'
complete -c workout -n "__workout_at 'history'" -l all -d 'All of them.'
complete -c workout -n "__workout_at 'history'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'history'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'history'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'history'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'history'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'history'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'last' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'last'" -l count -s n -x -d 'How many sessions.'
complete -c workout -n "__workout_at 'last'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'last'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'last'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'last'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'last'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'last'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'find'" -l limit -x -d 'How many at most.'
complete -c workout -n "__workout_at 'find'" -l page -x -d 'Which page of as many.'
complete -c workout -n "__workout_at 'find'" -l all -d 'All of them.'
complete -c workout -n "__workout_at 'find'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'find'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'find'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'find'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'find'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'find'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'calendar'" -l since -x -k -a 'today yesterday' -d 'From this day on.'
complete -c workout -n "__workout_at 'calendar'" -l by -x -k -a 'sets volume minutes workouts' -d 'What makes a day dark.'
complete -c workout -n "__workout_at 'calendar'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'calendar'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'calendar'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'calendar'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'calendar'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'calendar'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'chart' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'chart'" -l since -x -k -a 'today yesterday' -d 'From this day on; a year, unless given.'
complete -c workout -n "__workout_at 'chart'" -l until -x -k -a 'today yesterday' -d 'Up to this day.'
complete -c workout -n "__workout_at 'chart'" -l on -x -k -a 'today yesterday' -d 'In these days, as in 2026 or A..B.'
complete -c workout -n "__workout_at 'chart'" -l unit -x -k -a 'kg lb' -d 'The unit of masses; that of your settings.'
complete -c workout -n "__workout_at 'chart'" -l svg -r -F -d 'Draw it to a file, too.'
complete -c workout -n "__workout_at 'chart'" -l png -r -F -d 'The same, in dots.'
complete -c workout -n "__workout_at 'chart'" -l explain -d 'Tell how the values are made, and of what.'
complete -c workout -n "__workout_at 'chart'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'chart'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'chart'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'chart'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'chart'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'chart'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'records' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'records'" -l kind -x -k -a 'max_weight rep_pr e1rm set_volume session_volume longest_duration longest_distance fastest' -d 'Only of this kind, as in e1rm.'
complete -c workout -n "__workout_at 'records'" -l since -x -k -a 'today yesterday' -d 'Only those made from this day on.'
complete -c workout -n "__workout_at 'records'" -l at -x -d 'Those that stood on a day.'
complete -c workout -n "__workout_at 'records'" -l standing -d 'Only those that nothing has beaten since.'
complete -c workout -n "__workout_at 'records'" -l limit -x -d 'How many at most.'
complete -c workout -n "__workout_at 'records'" -l page -x -d 'Which page of as many.'
complete -c workout -n "__workout_at 'records'" -l all -d 'All of them.'
complete -c workout -n "__workout_at 'records'" -l explain -d 'Tell the rule and what counted.'
complete -c workout -n "__workout_at 'records'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'records'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'records'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'records'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'records'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'records'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'stats' 0" -a exercise -d 'Show the trend of an exercise and its best sets.'
complete -c workout -n "__workout_at 'stats' 0" -a intensity -d 'Show how heavy your sets of an exercise were.'
complete -c workout -n "__workout_at 'stats' 0" -a week -d 'Show the hard sets of a week by muscle.'
complete -c workout -n "__workout_at 'stats' 0" -a year -d 'Show what a year came to, and its exercises.'
complete -c workout -n "__workout_at 'stats' 0" -a streaks -d 'Show the weeks in a row in which you trained.'
complete -c workout -n "__workout_at 'stats' 0" -a load -d 'Show the load of your weeks: RPE times minutes.'
complete -c workout -n "__workout_at 'stats'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'stats exercise' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'stats exercise'" -l since -x -k -a 'today yesterday' -d 'From this day on.'
complete -c workout -n "__workout_at 'stats exercise'" -l until -x -k -a 'today yesterday' -d 'Up to this day.'
complete -c workout -n "__workout_at 'stats exercise'" -l by -x -k -a 'week month' -d 'By what the trend is summed up.'
complete -c workout -n "__workout_at 'stats exercise'" -l explain -d 'Tell the rule and what counted.'
complete -c workout -n "__workout_at 'stats exercise'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'stats exercise'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'stats exercise'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'stats exercise'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'stats exercise'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'stats exercise'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'stats intensity' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'stats intensity'" -l since -x -k -a 'today yesterday' -d 'From this day on.'
complete -c workout -n "__workout_at 'stats intensity'" -l until -x -k -a 'today yesterday' -d 'Up to this day.'
complete -c workout -n "__workout_at 'stats intensity'" -l explain -d 'Tell the rule and what counted.'
complete -c workout -n "__workout_at 'stats intensity'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'stats intensity'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'stats intensity'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'stats intensity'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'stats intensity'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'stats intensity'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'stats week'" -l explain -d 'Tell the rule and what counted.'
complete -c workout -n "__workout_at 'stats week'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'stats week'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'stats week'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'stats week'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'stats week'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'stats week'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'stats year'" -l explain -d 'Tell the rule and what counted.'
complete -c workout -n "__workout_at 'stats year'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'stats year'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'stats year'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'stats year'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'stats year'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'stats year'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'stats streaks'" -l explain -d 'Tell the rule and what counted.'
complete -c workout -n "__workout_at 'stats streaks'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'stats streaks'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'stats streaks'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'stats streaks'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'stats streaks'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'stats streaks'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'stats load'" -l since -x -k -a 'today yesterday' -d 'From this day on.'
complete -c workout -n "__workout_at 'stats load'" -l until -x -k -a 'today yesterday' -d 'Up to this day.'
complete -c workout -n "__workout_at 'stats load'" -l explain -d 'Tell the rule and what counted.'
complete -c workout -n "__workout_at 'stats load'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'stats load'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'stats load'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'stats load'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'stats load'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'stats load'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'compare'" -l explain -d 'Tell the rule and what counted.'
complete -c workout -n "__workout_at 'compare'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'compare'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'compare'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'compare'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'compare'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'compare'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'edit' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'edit'" -l in -x -k -a 'last open today yesterday' -d 'The workout in which the set is.'
complete -c workout -n "__workout_at 'edit'" -l name -x -d 'What the workout is called.'
complete -c workout -n "__workout_at 'edit'" -l at -x -d 'When it began; its end goes along.'
complete -c workout -n "__workout_at 'edit'" -l on -x -k -a 'today yesterday' -d 'On which day it was.'
complete -c workout -n "__workout_at 'edit'" -l note -x -d 'What to remember of it.'
complete -c workout -n "__workout_at 'edit'" -l tag -x -d 'A tag more; may be repeated.'
complete -c workout -n "__workout_at 'edit'" -l untag -x -d 'A tag less; may be repeated.'
complete -c workout -n "__workout_at 'edit'" -l bodyweight -x -d 'What you weighed, as 80kg.'
complete -c workout -n "__workout_at 'edit'" -l text -x -d 'Apply this text; - is standard input.'
complete -c workout -n "__workout_at 'edit'" -l print -d 'Print the text, and change nothing.'
complete -c workout -n "__workout_at 'edit'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'edit'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'edit'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'edit'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'edit'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'edit'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'rm' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'rm'" -l in -x -k -a 'last open today yesterday' -d 'The workout in which they are.'
complete -c workout -n "__workout_at 'rm'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'rm'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'rm'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'rm'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'rm'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'rm'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'move' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'move'" -l to -x -d 'Into this workout, or to this day.'
complete -c workout -n "__workout_at 'move'" -l before -x -k -a '(__workout_names)' -d 'Before this one.'
complete -c workout -n "__workout_at 'move'" -l after -x -k -a '(__workout_names)' -d 'Behind this one.'
complete -c workout -n "__workout_at 'move'" -l first -d 'To the beginning.'
complete -c workout -n "__workout_at 'move'" -l in -x -k -a 'last open today yesterday' -d 'The workout in which it is.'
complete -c workout -n "__workout_at 'move'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'move'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'move'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'move'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'move'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'move'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'copy' 0" -k -a 'last open today yesterday'
complete -c workout -n "__workout_at 'copy'" -l at -x -d 'When the copy was done; now, unless given.'
complete -c workout -n "__workout_at 'copy'" -l on -x -k -a 'today yesterday' -d 'On which day, at the same time of day.'
complete -c workout -n "__workout_at 'copy'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'copy'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'copy'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'copy'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'copy'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'copy'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'note'" -l of -x -k -a '(__workout_names)' -d 'An exercise, a set or a workout it is about.'
complete -c workout -n "__workout_at 'note'" -l in -x -k -a 'last open today yesterday' -d 'The workout in which that is.'
complete -c workout -n "__workout_at 'note'" -l replace -d 'In place of what was noted; \'\' for nothing.'
complete -c workout -n "__workout_at 'note'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'note'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'note'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'note'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'note'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'note'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'tag'" -l of -x -d 'The workout; the open one, unless given.'
complete -c workout -n "__workout_at 'tag'" -l remove -d 'Take the tags off.'
complete -c workout -n "__workout_at 'tag'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'tag'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'tag'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'tag'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'tag'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'tag'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'superset' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'superset'" -l split -d 'Each by itself again.'
complete -c workout -n "__workout_at 'superset'" -l in -x -k -a 'last open today yesterday' -d 'The workout in which they are.'
complete -c workout -n "__workout_at 'superset'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'superset'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'superset'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'superset'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'superset'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'superset'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'attach'" -l to -x -d 'The workout: the open or last, unless given.'
complete -c workout -n "__workout_at 'attach'" -l exercise -x -d 'An exercise instead.'
complete -c workout -n "__workout_at 'attach'" -l list -d 'List what is attached.'
complete -c workout -n "__workout_at 'attach'" -l get -x -d 'Fetch a file, by name or id.'
complete -c workout -n "__workout_at 'attach'" -l remove -x -d 'Remove a file, by name or id.'
complete -c workout -n "__workout_at 'attach'" -l output -s o -r -F -d 'Where to fetch it to.'
complete -c workout -n "__workout_at 'attach'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print what was done.'
complete -c workout -n "__workout_at 'attach'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'attach'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'undo'" -l list -d 'List the last changes, and take none back.'
complete -c workout -n "__workout_at 'undo'" -l limit -x -d 'How many --list shows: 20.'
complete -c workout -n "__workout_at 'undo'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'undo'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'undo'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'undo'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'undo'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'undo'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'redo'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'redo'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'redo'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'redo'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'redo'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'redo'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'body' 0" -a log -d 'Log a measurement of your body.'
complete -c workout -n "__workout_at 'body' 0" -a history -d 'List measurements, the newest first.'
complete -c workout -n "__workout_at 'body' 0" -a latest -d 'Show the last measurement of each type.'
complete -c workout -n "__workout_at 'body' 0" -a edit -d 'Change a measurement.'
complete -c workout -n "__workout_at 'body' 0" -a rm -d 'Take a measurement out.'
complete -c workout -n "__workout_at 'body' 0" -a types -d 'List what can be measured.'
complete -c workout -n "__workout_at 'body' 0" -a trend -d 'Show where a measurement is going, without its ups and downs.'
complete -c workout -n "__workout_at 'body' 0" -a goal -d 'Set a goal; off gives it up.'
complete -c workout -n "__workout_at 'body' 0" -a goals -d 'List your goals, how far you are, and the outlook.'
complete -c workout -n "__workout_at 'body'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'body log' 0" -k -a 'weight body_fat fat_mass lean_mass muscle_mass muscle_share skeletal_muscle skeletal_muscle_mass bone_mass bone_share body_water water_mass protein subcutaneous_fat visceral_fat bmi bmr metabolic_age resting_hr height head neck shoulders chest waist abdomen hips left_arm right_arm left_forearm right_forearm left_wrist right_wrist left_thigh right_thigh left_calf right_calf left_ankle right_ankle'
complete -c workout -n "__workout_at 'body log'" -l at -x -d 'When, as in 7:30 or \'yesterday 7:30\'.'
complete -c workout -n "__workout_at 'body log'" -l on -x -k -a 'today yesterday' -d 'On which day, as in -2d.'
complete -c workout -n "__workout_at 'body log'" -l note -x -d 'What to remember of it.'
complete -c workout -n "__workout_at 'body log'" -l new -d 'Measure something that is not known here yet.'
complete -c workout -n "__workout_at 'body log'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'body log'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'body log'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'body log'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'body log'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'body log'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'body history' 0" -k -a 'weight body_fat fat_mass lean_mass muscle_mass muscle_share skeletal_muscle skeletal_muscle_mass bone_mass bone_share body_water water_mass protein subcutaneous_fat visceral_fat bmi bmr metabolic_age resting_hr height head neck shoulders chest waist abdomen hips left_arm right_arm left_forearm right_forearm left_wrist right_wrist left_thigh right_thigh left_calf right_calf left_ankle right_ankle'
complete -c workout -n "__workout_at 'body history'" -l since -x -k -a 'today yesterday' -d 'From this day on, as in 2026-11 or -2w.'
complete -c workout -n "__workout_at 'body history'" -l until -x -k -a 'today yesterday' -d 'Up to this day.'
complete -c workout -n "__workout_at 'body history'" -l on -x -k -a 'today yesterday' -d 'In these days, as in \'last week\' or A..B.'
complete -c workout -n "__workout_at 'body history'" -l limit -x -d 'How many at most.'
complete -c workout -n "__workout_at 'body history'" -l page -x -d 'Which page of as many.'
complete -c workout -n "__workout_at 'body history'" -l all -d 'All of them.'
complete -c workout -n "__workout_at 'body history'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'body history'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'body history'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'body history'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'body history'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'body history'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'body latest'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'body latest'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'body latest'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'body latest'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'body latest'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'body latest'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'body edit' 0" -k -a 'last'
complete -c workout -n "__workout_at 'body edit'" -l at -x -d 'When it was measured.'
complete -c workout -n "__workout_at 'body edit'" -l note -x -d 'What to remember of it; \'\' for nothing.'
complete -c workout -n "__workout_at 'body edit'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'body edit'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'body edit'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'body edit'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'body edit'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'body edit'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'body rm' 0" -k -a 'last'
complete -c workout -n "__workout_at 'body rm'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'body rm'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'body rm'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'body rm'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'body rm'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'body rm'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'body types'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'body types'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'body types'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'body types'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'body types'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'body types'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'body trend' 0" -k -a 'weight body_fat fat_mass lean_mass muscle_mass muscle_share skeletal_muscle skeletal_muscle_mass bone_mass bone_share body_water water_mass protein subcutaneous_fat visceral_fat bmi bmr metabolic_age resting_hr height head neck shoulders chest waist abdomen hips left_arm right_arm left_forearm right_forearm left_wrist right_wrist left_thigh right_thigh left_calf right_calf left_ankle right_ankle'
complete -c workout -n "__workout_at 'body trend'" -l since -x -k -a 'today yesterday' -d 'From this day on, as in 2026 or -1y.'
complete -c workout -n "__workout_at 'body trend'" -l half-life -x -d 'After so many days one counts half.'
complete -c workout -n "__workout_at 'body trend'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'body trend'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'body trend'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'body trend'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'body trend'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'body trend'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'body goal' 0" -k -a 'weight body_fat fat_mass lean_mass muscle_mass muscle_share skeletal_muscle skeletal_muscle_mass bone_mass bone_share body_water water_mass protein subcutaneous_fat visceral_fat bmi bmr metabolic_age resting_hr height head neck shoulders chest waist abdomen hips left_arm right_arm left_forearm right_forearm left_wrist right_wrist left_thigh right_thigh left_calf right_calf left_ankle right_ankle'
complete -c workout -n "__workout_at 'body goal'" -l by -x -d 'By when.'
complete -c workout -n "__workout_at 'body goal'" -l since -x -k -a 'today yesterday' -d 'When it began; today, else.'
complete -c workout -n "__workout_at 'body goal'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'body goal'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'body goal'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'body goal'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'body goal'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'body goal'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'body goals'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'body goals'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'body goals'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'body goals'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'body goals'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'body goals'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'calc' 0" -a 1rm -d 'Estimate the one-rep maximum of a set, or a set from a maximum.'
complete -c workout -n "__workout_at 'calc' 0" -a rpe -d 'Tell at which share of the maximum a set with an effort is.'
complete -c workout -n "__workout_at 'calc' 0" -a score -d 'Score a result, to compare it across body weights.'
complete -c workout -n "__workout_at 'calc' 0" -a plates -d 'Tell which plates make a load, or several in turn.'
complete -c workout -n "__workout_at 'calc' 0" -a warmup -d 'Tell the sets that warm up for a working weight.'
complete -c workout -n "__workout_at 'calc' 0" -a pace -d 'Tell the pace of a run, or its time or distance at a pace.'
complete -c workout -n "__workout_at 'calc' 0" -a vdot -d 'Tell the VDOT of a race, paces of training and races as good.'
complete -c workout -n "__workout_at 'calc' 0" -a riegel -d 'Tell what a race lets expect of another distance.'
complete -c workout -n "__workout_at 'calc' 0" -a convert -d 'Convert an amount to another unit.'
complete -c workout -n "__workout_at 'calc'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'calc 1rm'" -l reps -s r -x -d 'How many times.'
complete -c workout -n "__workout_at 'calc 1rm'" -l weight -s w -x -d 'What was lifted, as 100kg.'
complete -c workout -n "__workout_at 'calc 1rm'" -l max -x -d 'A maximum, to ask for the weight.'
complete -c workout -n "__workout_at 'calc 1rm'" -l rpe -x -d 'The effort; what is missing to 10 are repetitions left.'
complete -c workout -n "__workout_at 'calc 1rm'" -l formula -x -k -a 'epley epley333 brzycki brzycki278 lander lombardi mayhew oconner wathen' -d 'One of epley, epley333, brzycki, brzycki278, lander, lombardi, mayhew, oconner, wathen.'
complete -c workout -n "__workout_at 'calc 1rm'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'calc 1rm'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'calc 1rm'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'calc 1rm'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'calc 1rm'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'calc 1rm'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'calc rpe'" -l reps -s r -x -d 'How many times.'
complete -c workout -n "__workout_at 'calc rpe'" -l rpe -x -d 'The effort, from 6 to 10 in half steps.'
complete -c workout -n "__workout_at 'calc rpe'" -l weight -s w -x -d 'What was lifted, as 100kg.'
complete -c workout -n "__workout_at 'calc rpe'" -l max -x -d 'A maximum, to ask for the weight.'
complete -c workout -n "__workout_at 'calc rpe'" -l chart -x -k -a 'rts polynomial' -d 'Tuchscherer\'s chart, or a curve along it.'
complete -c workout -n "__workout_at 'calc rpe'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'calc rpe'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'calc rpe'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'calc rpe'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'calc rpe'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'calc rpe'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'calc score'" -l total -s t -x -d 'What was lifted in all.'
complete -c workout -n "__workout_at 'calc score'" -l bodyweight -x -d 'Your last weighing, unless given.'
complete -c workout -n "__workout_at 'calc score'" -l sex -x -k -a 'm f' -d 'Your profile\'s, unless given.'
complete -c workout -n "__workout_at 'calc score'" -l age -x -d 'By your profile, unless given.'
complete -c workout -n "__workout_at 'calc score'" -l equipped -d 'With supportive equipment; for gl.'
complete -c workout -n "__workout_at 'calc score'" -l event -x -k -a 'full bench' -d 'All lifts, or the bench press; for gl.'
complete -c workout -n "__workout_at 'calc score'" -l cycle -x -k -a '2020 2024 2028' -d 'When Sinclair\'s cycle ends.'
complete -c workout -n "__workout_at 'calc score'" -l record -x -d 'The world record; for robi.'
complete -c workout -n "__workout_at 'calc score'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'calc score'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'calc score'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'calc score'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'calc score'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'calc score'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'calc plates'" -l ramp -x -d 'Loads in turn, with the fewest moves.'
complete -c workout -n "__workout_at 'calc plates'" -l bar -x -d 'The bar; your gym\'s, else 20 kg or 45 lb.'
complete -c workout -n "__workout_at 'calc plates'" -l collars -x -d 'Both collars together.'
complete -c workout -n "__workout_at 'calc plates'" -l inventory -x -d 'As \'25x4 20 15\'; your gym\'s, unless given.'
complete -c workout -n "__workout_at 'calc plates'" -l mode -x -k -a 'nearest down up' -d 'Which load, if there is none just so.'
complete -c workout -n "__workout_at 'calc plates'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'calc plates'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'calc plates'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'calc plates'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'calc plates'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'calc plates'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'calc warmup'" -l bar -x -d 'The bar; your gym\'s, else 20 kg or 45 lb.'
complete -c workout -n "__workout_at 'calc warmup'" -l increment -x -d 'The steps; 2.5 kg or 5 lb.'
complete -c workout -n "__workout_at 'calc warmup'" -l scheme -x -k -a 'starting_strength single five_three_one by_weight' -d 'Which sets lead up to it.'
complete -c workout -n "__workout_at 'calc warmup'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'calc warmup'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'calc warmup'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'calc warmup'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'calc warmup'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'calc warmup'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'calc pace'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'calc pace'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'calc pace'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'calc pace'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'calc pace'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'calc pace'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'calc vdot'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'calc vdot'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'calc vdot'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'calc vdot'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'calc vdot'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'calc vdot'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'calc riegel'" -l exponent -x -d 'How much longer runs slow down.'
complete -c workout -n "__workout_at 'calc riegel'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'calc riegel'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'calc riegel'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'calc riegel'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'calc riegel'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'calc riegel'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'calc convert'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'calc convert'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'calc convert'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'calc convert'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'calc convert'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'calc convert'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'profile' 0" -a show -d 'Show what is known of you.'
complete -c workout -n "__workout_at 'profile' 0" -a set -d 'Say what is known of you, as far as you like.'
complete -c workout -n "__workout_at 'profile' 0" -a bands -d 'Show or change the hard sets a week you aim at, by muscle.'
complete -c workout -n "__workout_at 'profile'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'profile show'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'profile show'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'profile show'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'profile show'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'profile show'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'profile show'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'profile set'" -l sex -x -k -a 'm f x' -d 'Scores have tables for m and f; x is neither.'
complete -c workout -n "__workout_at 'profile set'" -l born -x -d 'Your year of birth.'
complete -c workout -n "__workout_at 'profile set'" -l height -x -d 'How tall you are, as in 168cm or 66in.'
complete -c workout -n "__workout_at 'profile set'" -l clear -x -d 'Forget sex, born or height.'
complete -c workout -n "__workout_at 'profile set'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'profile set'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'profile set'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'profile set'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'profile set'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'profile set'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'profile bands' 0" -k -a 'abdominals obliques chest front_delts side_delts rear_delts biceps triceps forearms lats upper_back traps lower_back quads hamstrings glutes adductors abductors calves neck full_body cardio'
complete -c workout -n "__workout_at 'profile bands'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'profile bands'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'profile bands'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'profile bands'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'profile bands'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'profile bands'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'gym' 0" -a add -d 'Add a gym; the first one is in use at once.'
complete -c workout -n "__workout_at 'gym' 0" -a list -d 'List your gyms.'
complete -c workout -n "__workout_at 'gym' 0" -a show -d 'Show what stands in a gym.'
complete -c workout -n "__workout_at 'gym' 0" -a edit -d 'Change what stands in a gym; \'\' means that nobody knows.'
complete -c workout -n "__workout_at 'gym' 0" -a use -d 'Load from now on what stands in a gym.'
complete -c workout -n "__workout_at 'gym' 0" -a leave -d 'Use no gym: load what your settings say, or what any gym has.'
complete -c workout -n "__workout_at 'gym' 0" -a rm -d 'Take a gym out; nothing that you logged changes.'
complete -c workout -n "__workout_at 'gym'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'gym add'" -l plates -x -d 'Masses, and how many if few, as in \'25x4 20x2 15 10kg\'.'
complete -c workout -n "__workout_at 'gym add'" -l bar -x -d 'A bar, the usual one first; may be repeated.'
complete -c workout -n "__workout_at 'gym add'" -l dumbbells -x -d 'Fixed ones, as in \'2.5..40/2.5 45 50kg\'.'
complete -c workout -n "__workout_at 'gym add'" -l stack -x -d 'The plates of machines, as in 5..100/5.'
complete -c workout -n "__workout_at 'gym add'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'gym add'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'gym add'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'gym add'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'gym add'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'gym add'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'gym list'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'gym list'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'gym list'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'gym list'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'gym list'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'gym list'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'gym show'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'gym show'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'gym show'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'gym show'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'gym show'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'gym show'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'gym edit'" -l name -x -d 'What it should be called.'
complete -c workout -n "__workout_at 'gym edit'" -l plates -x -d 'Masses, and how many if few, as in \'25x4 20x2 15 10kg\'.'
complete -c workout -n "__workout_at 'gym edit'" -l bar -x -d 'A bar, the usual one first; may be repeated.'
complete -c workout -n "__workout_at 'gym edit'" -l dumbbells -x -d 'Fixed ones, as in \'2.5..40/2.5 45 50kg\'.'
complete -c workout -n "__workout_at 'gym edit'" -l stack -x -d 'The plates of machines, as in 5..100/5.'
complete -c workout -n "__workout_at 'gym edit'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'gym edit'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'gym edit'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'gym edit'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'gym edit'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'gym edit'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'gym use'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'gym use'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'gym use'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'gym use'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'gym use'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'gym use'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'gym leave'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'gym leave'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'gym leave'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'gym leave'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'gym leave'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'gym leave'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'gym rm'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'gym rm'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'gym rm'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'gym rm'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'gym rm'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'gym rm'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'exercise' 0" -a find -d 'Find exercises by a part of a name, those that you do first.'
complete -c workout -n "__workout_at 'exercise' 0" -a list -d 'List exercises by name.'
complete -c workout -n "__workout_at 'exercise' 0" -a show -d 'Show an exercise, your settings of it and what you did with it.'
complete -c workout -n "__workout_at 'exercise' 0" -a add -d 'Add an exercise of your own.'
complete -c workout -n "__workout_at 'exercise' 0" -a edit -d 'Change an exercise for you: its name, its settings, its muscles.'
complete -c workout -n "__workout_at 'exercise' 0" -a alias -d 'Give an exercise more names.'
complete -c workout -n "__workout_at 'exercise' 0" -a hide -d 'Offer an exercise no more; its history stays.'
complete -c workout -n "__workout_at 'exercise' 0" -a merge -d 'Make an exercise, its history and its names part of another.'
complete -c workout -n "__workout_at 'exercise' 0" -a rm -d 'Remove an exercise of your own that no workout holds.'
complete -c workout -n "__workout_at 'exercise'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'exercise find'" -l hidden -d 'Find hidden exercises too.'
complete -c workout -n "__workout_at 'exercise find'" -l limit -x -d 'How many at most.'
complete -c workout -n "__workout_at 'exercise find'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'exercise find'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'exercise find'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'exercise find'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'exercise find'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'exercise find'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'exercise list'" -l search -x -d 'A text in a name or an alias.'
complete -c workout -n "__workout_at 'exercise list'" -l category -x -k -a 'strength cardio stretching plyometrics olympic strongman' -d 'What kind of training.'
complete -c workout -n "__workout_at 'exercise list'" -l modality -x -k -a 'barbell ez_bar trap_bar dumbbell kettlebell cable machine smith_machine plate band bodyweight suspension medicine_ball sled other' -d 'With what.'
complete -c workout -n "__workout_at 'exercise list'" -l muscle -x -k -a 'abdominals obliques chest front_delts side_delts rear_delts biceps triceps forearms lats upper_back traps lower_back quads hamstrings glutes adductors abductors calves neck full_body cardio' -d 'Which muscle works.'
complete -c workout -n "__workout_at 'exercise list'" -l own -d 'Yours, or the others.'
complete -c workout -n "__workout_at 'exercise list'" -l catalogue -d 'Yours, or the others.'
complete -c workout -n "__workout_at 'exercise list'" -l starred -d 'Only those with a star.'
complete -c workout -n "__workout_at 'exercise list'" -l used -d 'Only those that you have done.'
complete -c workout -n "__workout_at 'exercise list'" -l hidden -d 'Only those that are hidden.'
complete -c workout -n "__workout_at 'exercise list'" -l limit -x -d 'How many at most.'
complete -c workout -n "__workout_at 'exercise list'" -l page -x -d 'Which page of as many.'
complete -c workout -n "__workout_at 'exercise list'" -l all -d 'All of them, hidden ones too.'
complete -c workout -n "__workout_at 'exercise list'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'exercise list'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'exercise list'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'exercise list'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'exercise list'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'exercise list'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'exercise show' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'exercise show'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'exercise show'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'exercise show'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'exercise show'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'exercise show'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'exercise show'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'exercise add'" -l alias -x -d 'Another name; may be repeated.'
complete -c workout -n "__workout_at 'exercise add'" -l tracking -x -k -a 'weight_reps bodyweight_reps reps duration weight_duration distance weight_distance' -d 'What is counted.'
complete -c workout -n "__workout_at 'exercise add'" -l category -x -k -a 'strength cardio stretching plyometrics olympic strongman' -d 'What kind of training.'
complete -c workout -n "__workout_at 'exercise add'" -l modality -x -k -a 'barbell ez_bar trap_bar dumbbell kettlebell cable machine smith_machine plate band bodyweight suspension medicine_ball sled other' -d 'With what.'
complete -c workout -n "__workout_at 'exercise add'" -l primary -x -k -a 'abdominals obliques chest front_delts side_delts rear_delts biceps triceps forearms lats upper_back traps lower_back quads hamstrings glutes adductors abductors calves neck full_body cardio' -d 'A muscle that works most.'
complete -c workout -n "__workout_at 'exercise add'" -l secondary -x -k -a 'abdominals obliques chest front_delts side_delts rear_delts biceps triceps forearms lats upper_back traps lower_back quads hamstrings glutes adductors abductors calves neck full_body cardio' -d 'A muscle that helps.'
complete -c workout -n "__workout_at 'exercise add'" -l unit -x -k -a 'kg lb' -d 'The unit of its loads.'
complete -c workout -n "__workout_at 'exercise add'" -l note -x -d 'What to remember of it.'
complete -c workout -n "__workout_at 'exercise add'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'exercise add'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'exercise add'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'exercise add'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'exercise add'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'exercise add'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'exercise edit' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'exercise edit'" -l name -x -d 'Another name; the old one stays an alias.'
complete -c workout -n "__workout_at 'exercise edit'" -l tracking -x -k -a 'weight_reps bodyweight_reps reps duration weight_duration distance weight_distance' -d 'What is counted.'
complete -c workout -n "__workout_at 'exercise edit'" -l unit -x -d 'The unit of its loads.'
complete -c workout -n "__workout_at 'exercise edit'" -l increment -x -d 'The smallest step of its load.'
complete -c workout -n "__workout_at 'exercise edit'" -l rest -x -d 'The rest after a set.'
complete -c workout -n "__workout_at 'exercise edit'" -l bar -x -d 'What its bar weighs.'
complete -c workout -n "__workout_at 'exercise edit'" -l training-max -x -d 'What 85% is a share of.'
complete -c workout -n "__workout_at 'exercise edit'" -l since -x -k -a 'today yesterday' -d 'The day from which that maximum holds.'
complete -c workout -n "__workout_at 'exercise edit'" -l primary -x -k -a 'abdominals obliques chest front_delts side_delts rear_delts biceps triceps forearms lats upper_back traps lower_back quads hamstrings glutes adductors abductors calves neck full_body cardio' -d 'A muscle that works most.'
complete -c workout -n "__workout_at 'exercise edit'" -l secondary -x -k -a 'abdominals obliques chest front_delts side_delts rear_delts biceps triceps forearms lats upper_back traps lower_back quads hamstrings glutes adductors abductors calves neck full_body cardio' -d 'A muscle that helps.'
complete -c workout -n "__workout_at 'exercise edit'" -l note -x -d 'What to remember of it.'
complete -c workout -n "__workout_at 'exercise edit'" -l star -d 'List and complete it first.'
complete -c workout -n "__workout_at 'exercise edit'" -l no-star -d 'List and complete it first.'
complete -c workout -n "__workout_at 'exercise edit'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'exercise edit'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'exercise edit'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'exercise edit'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'exercise edit'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'exercise edit'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'exercise alias' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'exercise alias'" -l remove -d 'Take them back instead.'
complete -c workout -n "__workout_at 'exercise alias'" -l move -d 'Take them from the exercise that has them.'
complete -c workout -n "__workout_at 'exercise alias'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'exercise alias'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'exercise alias'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'exercise alias'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'exercise alias'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'exercise alias'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'exercise hide' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'exercise hide'" -l show -d 'Offer it again.'
complete -c workout -n "__workout_at 'exercise hide'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'exercise hide'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'exercise hide'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'exercise hide'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'exercise hide'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'exercise hide'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'exercise merge' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'exercise merge' 1" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'exercise merge'" -l dry-run -d 'Say how much would move, and move nothing.'
complete -c workout -n "__workout_at 'exercise merge'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'exercise merge'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'exercise merge'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'exercise merge'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'exercise merge'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'exercise merge'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'exercise rm' 0" -k -a '(__workout_names)'
complete -c workout -n "__workout_at 'exercise rm'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'exercise rm'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'exercise rm'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'exercise rm'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'exercise rm'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'exercise rm'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'import' 0" -r -F
complete -c workout -n "__workout_at 'import'" -l format -x -d 'What it is; else it is recognised.'
complete -c workout -n "__workout_at 'import'" -l unit -x -k -a 'kg lb' -d 'The unit of loads for which the file names none.'
complete -c workout -n "__workout_at 'import'" -l distance-unit -x -k -a 'm km mi yd ft' -d 'The same for distances.'
complete -c workout -n "__workout_at 'import'" -l timezone -x -d 'Where you trained; here, unless given.'
complete -c workout -n "__workout_at 'import'" -l date-order -x -k -a 'dmy mdy ymd' -d 'How to read dates like 03/04/25.'
complete -c workout -n "__workout_at 'import'" -l map -x -d 'What an exercise is called here.'
complete -c workout -n "__workout_at 'import'" -l column -x -d 'A column of a table of your own.'
complete -c workout -n "__workout_at 'import'" -l update -d 'Replace what differs in the file, unless you edited it.'
complete -c workout -n "__workout_at 'import'" -l dry-run -d 'Show what would be added, and write nothing.'
complete -c workout -n "__workout_at 'import'" -l json -d 'Print a JSON document.'
complete -c workout -n "__workout_at 'import'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'import'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'import'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'import'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'export'" -l format -x -k -a 'json csv strong strong-android hevy tcx fit ics md text' -d 'What to write; else what FILE ends in, or json.'
complete -c workout -n "__workout_at 'export'" -l since -x -k -a 'today yesterday' -d 'From this day on.'
complete -c workout -n "__workout_at 'export'" -l until -x -k -a 'today yesterday' -d 'Up to this day.'
complete -c workout -n "__workout_at 'export'" -l output -s o -r -F -d 'Write to a file.'
complete -c workout -n "__workout_at 'export'" -l safe-cells -d 'Disarm formulas in a table; it reads no longer back.'
complete -c workout -n "__workout_at 'export'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'export'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'dump'" -l output -s o -r -F -d 'Write to a file; .zip has the files as well.'
complete -c workout -n "__workout_at 'dump'" -l format -x -k -a 'text json' -d 'Text to read and grep, or JSON Lines.'
complete -c workout -n "__workout_at 'dump'" -l files -d 'With all attached files, in a ZIP archive.'
complete -c workout -n "__workout_at 'dump'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'load' 0" -r -F
complete -c workout -n "__workout_at 'load'" -l files -d 'Bring only files, for what is here already.'
complete -c workout -n "__workout_at 'load'" -l dry-run -d 'Check the whole dump, count it, write nothing.'
complete -c workout -n "__workout_at 'load'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'load'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'load'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'load'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'load'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'load'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'demo'" -l weeks -x -d 'How many weeks of training.'
complete -c workout -n "__workout_at 'demo'" -l until -x -k -a 'today yesterday' -d 'The last day; yesterday, unless given.'
complete -c workout -n "__workout_at 'demo'" -l output -s o -r -F -d 'A new file; demo.db beside your database.'
complete -c workout -n "__workout_at 'demo'" -l json -d 'Print a JSON document.'
complete -c workout -n "__workout_at 'demo'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'serve'" -l host -x -d 'The address to listen on.'
complete -c workout -n "__workout_at 'serve'" -l port -x -d 'The port; 0 takes a free one.'
complete -c workout -n "__workout_at 'serve'" -l proxy -x -d 'A TLS proxy before it, whose X-Forwarded-For is believed; may be repeated.'
complete -c workout -n "__workout_at 'serve'" -l new-token -d 'Make and print another token.'
complete -c workout -n "__workout_at 'serve'" -l rotate-key -d 'Make the key that signs logins anew, and end.'
complete -c workout -n "__workout_at 'serve'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'login'" -l server -x -d 'The server; the one of the settings, unless named.'
complete -c workout -n "__workout_at 'login'" -l browser -d 'Log in in a browser on this machine.'
complete -c workout -n "__workout_at 'login'" -l device -d 'Log in in any browser, by a code that is shown here.'
complete -c workout -n "__workout_at 'login'" -l token-stdin -d 'Read a token from standard input instead.'
complete -c workout -n "__workout_at 'login'" -l admin -d 'May manage tokens, logins and your account, too.'
complete -c workout -n "__workout_at 'login'" -l status -d 'Say whether you are logged in; exit 4 if not.'
complete -c workout -n "__workout_at 'login'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'login'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'login'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'login'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'login'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'login'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'logout'" -l server -x -d 'The server; the one of the settings, unless named.'
complete -c workout -n "__workout_at 'logout'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'logout'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'logout'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'logout'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'logout'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'logout'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'whoami'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'whoami'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'whoami'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'whoami'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'whoami'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'whoami'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'logins' 0" -a list -d 'List the devices that are logged in as you.'
complete -c workout -n "__workout_at 'logins' 0" -a end -d 'Log a device out, at once; this cannot be undone.'
complete -c workout -n "__workout_at 'logins'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'logins list'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'logins list'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'logins list'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'logins list'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'logins list'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'logins list'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'logins end'" -l others -d 'Every login but the one by which you ask.'
complete -c workout -n "__workout_at 'logins end'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'logins end'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'logins end'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'logins end'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'logins end'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'logins end'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'token' 0" -a create -d 'Make a token, and print its secret this once.'
complete -c workout -n "__workout_at 'token' 0" -a list -d 'List your tokens, without their secrets.'
complete -c workout -n "__workout_at 'token' 0" -a revoke -d 'End a token at once; this cannot be undone.'
complete -c workout -n "__workout_at 'token'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'token create'" -l scope -x -k -a 'profile:read workouts:read workouts:write exercises:write' -d 'What it may do; to read, unless given; may be repeated.'
complete -c workout -n "__workout_at 'token create'" -l expires -x -d 'How long it is good: 90d, unless given.'
complete -c workout -n "__workout_at 'token create'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'token create'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'token create'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'token create'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'token create'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'token create'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'token list'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'token list'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'token list'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'token list'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'token list'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'token list'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'token revoke'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'token revoke'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'token revoke'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'token revoke'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'token revoke'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'token revoke'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'config' 0" -a path -d 'Print where the configuration file is, or would be.'
complete -c workout -n "__workout_at 'config' 0" -a list -d 'List every setting and its value.'
complete -c workout -n "__workout_at 'config' 0" -a get -d 'Print the value of a setting; nothing where it has none.'
complete -c workout -n "__workout_at 'config' 0" -a set -d 'Write a setting into the configuration file.'
complete -c workout -n "__workout_at 'config' 0" -a unset -d 'Take a setting out of the configuration file.'
complete -c workout -n "__workout_at 'config' 0" -a edit -d 'Open the configuration file in your editor.'
complete -c workout -n "__workout_at 'config' 0" -a validate -d 'Look for mistakes in the configuration file.'
complete -c workout -n "__workout_at 'config'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'config path'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'config path'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'config path'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'config path'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'config path'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'config path'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'config list'" -l origin -d 'Say also where each value comes from.'
complete -c workout -n "__workout_at 'config list'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'config list'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'config list'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'config list'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'config list'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'config list'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'config get' 0" -k -a 'database_url server_url unit timezone color theme formula backups storage attachment_mib attachments_mib plates_kg plates_lb'
complete -c workout -n "__workout_at 'config get'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'config get'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'config get'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'config get'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'config get'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'config get'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'config set' 0" -k -a 'database_url server_url unit timezone color theme formula backups storage attachment_mib attachments_mib plates_kg plates_lb'
complete -c workout -n "__workout_at 'config set'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'config set'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'config set'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'config set'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'config set'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'config set'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'config unset' 0" -k -a 'database_url server_url unit timezone color theme formula backups storage attachment_mib attachments_mib plates_kg plates_lb'
complete -c workout -n "__workout_at 'config unset'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'config unset'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'config unset'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'config unset'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'config unset'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'config unset'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'config edit'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'config edit'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'config edit'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'config edit'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'config edit'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'config edit'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'config validate'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'config validate'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'config validate'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'config validate'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'config validate'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'config validate'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'sql'" -l views -d 'List the views and their columns.'
complete -c workout -n "__workout_at 'sql'" -l limit -x -d 'How many rows at most.'
complete -c workout -n "__workout_at 'sql'" -l all -d 'Every row.'
complete -c workout -n "__workout_at 'sql'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'sql'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'sql'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'sql'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'sql'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'sql'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'doctor'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'doctor'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'doctor'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'doctor'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'doctor'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'doctor'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'backup' 0" -r -F
complete -c workout -n "__workout_at 'backup'" -l output -s o -r -F -d 'The same as FILE.'
complete -c workout -n "__workout_at 'backup'" -l force -d 'Replace the file if it is there already.'
complete -c workout -n "__workout_at 'backup'" -l list -d 'List the copies that are there, and make none.'
complete -c workout -n "__workout_at 'backup'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print what was done.'
complete -c workout -n "__workout_at 'backup'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'backup'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'restore' 0" -k -a 'latest'
complete -c workout -n "__workout_at 'restore'" -l yes -s y -d 'Do not ask.'
complete -c workout -n "__workout_at 'restore'" -l dry-run -d 'Check the copy, tell what it holds, do nothing.'
complete -c workout -n "__workout_at 'restore'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'restore'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'restore'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'restore'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'restore'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'restore'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'db' 0" -a status -d 'Tell of which version the database is, and what is due.'
complete -c workout -n "__workout_at 'db' 0" -a migrate -d 'Bring the database to this version; a file is copied first.'
complete -c workout -n "__workout_at 'db' 0" -a sweep -d 'Sweep away what nobody needs any more.'
complete -c workout -n "__workout_at 'db'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'db status'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'db status'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'db status'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'db status'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'db status'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'db status'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'db migrate'" -l wait -x -d 'How long to wait for another migration, and for whoever holds a table.'
complete -c workout -n "__workout_at 'db migrate'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'db migrate'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'db migrate'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'db migrate'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'db migrate'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'db migrate'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'db sweep'" -l json -d 'The same as --format json.'
complete -c workout -n "__workout_at 'db sweep'" -l format -x -k -a 'table plain json jsonl csv tsv md' -d 'How to print it; a table for people, tabs in a pipe.'
complete -c workout -n "__workout_at 'db sweep'" -l output -s o -r -F -d 'A file, whose ending is a format.'
complete -c workout -n "__workout_at 'db sweep'" -l fields -x -d 'Only these fields, in this order.'
complete -c workout -n "__workout_at 'db sweep'" -l template -x -d 'Lines with {fields} filled in.'
complete -c workout -n "__workout_at 'db sweep'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'schema' 0" -k -a 'AccessTokenList AccessTokenMade AccessTokenRead AttachmentRead AttachmentReadPage BandRead BestSetRead BestTimeRead BucketRead ChangeCount ChartTrendPoint ChartTrendRead ComparedRead ComparisonRead ConversionRead DayRead DayTotals DaysRead DumpPartRead DumpRows DumpTables DumpWorkouts DumpedColumn DumpedTable Duplicate Excluded ExecutionRead ExecutionReadPage ExerciseDetails ExerciseFound ExerciseFoundPage ExerciseListed ExerciseListedPage ExerciseNames ExerciseRead ExerciseReadPage ExerciseRef ExerciseSessionRead ExerciseSessionsRead ExerciseStatsRead ExerciseTotalsRead Explanation ExportRead ExportedExercise FoundRead GoalKept GoalList GoalRead GymList GymRead ImportRead ImportRecord IntensityRead LastTime LatestRead LiveBoard LiveGroup LiveHead LiveLogged LivePast LivePlanned LiveRecord LiveSession LiveSet LiveSlot LiveTotals LoadRead LoadWeekRead LogLinesRead LogRead LoggedEntry LoggedLine LoggedPlates LoggedRecord LoggedSet LoggedWorkout LoginList LoginRead MeRead MeasuredList MeasuredRead MeasurementRead MeasurementReadPage MeasurementTypeList MeasurementTypeRead MergeRead MuscleSetsRead NameList OneRepMaxRead OperationRead OperationReadPage PaceRead PeriodRecordsRead PlannedSet PlatesRead ProfileRead RaceTimeRead RecordRead RecordsRead RefusedLine ReplayRead RepsAt RestRead RiegelRead RpeRead ScoreRead SearchRead SeriesPoint SeriesRead SessionRead SetRead SetReadPage StageRead StatsTrendRead StreakRead StreaksRead TotalsRead TrainingMaxRead TrainingMaxReadPage TrainingPaceRead TrendPoint TrendRead Unmatched UnmatchedNames VdotRead WarmupRead WarmupSetRead WeekStatsRead WorkoutPage WorkoutRead WorkoutSummary WorkoutSummaryPage WorkoutText WorkoutsRead YearStatsRead'
complete -c workout -n "__workout_at 'schema'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'help' 0" -k -a 'exit-codes notation dates formats imports environment tui log start status finish discard resume rest session prompt today show history last find calendar chart records stats compare edit rm move copy note tag superset attach undo redo body calc profile gym exercise import export dump load demo serve login logout whoami logins token config sql doctor backup restore db schema help completions'
complete -c workout -n "__workout_at 'help'" -s h -l help -d 'Show this message and exit.'

complete -c workout -n "__workout_at 'completions' 0" -k -a 'bash zsh fish powershell'
complete -c workout -n "__workout_at 'completions'" -s h -l help -d 'Show this message and exit.'
